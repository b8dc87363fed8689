namespace ActorTcp.Lab;

/// <summary>Takes a packet, which is valid during the call only.</summary>
internal delegate void PacketSink(ReadOnlySpan<byte> packet);
