namespace ActorTcp.Testing;

/// <summary>Sees a packet as its sender wrote it, before the link loses or doubles it.</summary>
/// <param name="at">Virtual time.</param>
internal delegate void PacketTap(TimeSpan at, ReadOnlySpan<byte> packet);
