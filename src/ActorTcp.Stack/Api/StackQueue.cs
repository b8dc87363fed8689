using ActorTcp.Actors;

namespace ActorTcp.Stack;

/// <summary>What one shard lives on: a queue of packets, and where its thread waits for them.</summary>
/// <param name="Device">Belongs to the stack from then on.</param>
/// <param name="Parking">Must end its wait when the device has a packet.</param>
public readonly record struct StackQueue(IPacketDevice Device, IParking Parking);
