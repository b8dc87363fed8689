namespace ActorTcp.Stack;

/// <summary>A packet that reached a shard which does not own its flow, on its way to the one that does.</summary>
/// <param name="Octets">Holds the packet; from the shared array pool, to be returned by the receiver.</param>
/// <param name="Length">Of the packet, in octets.</param>
internal readonly record struct HandedOver(byte[] Octets, int Length, PacketOffload Offload);
