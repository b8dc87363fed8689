using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>A packet on its way to a capture.</summary>
/// <param name="Octets">Rented; the first <paramref name="Length"/> of them are the packet's.</param>
/// <param name="WholeLength">What the packet had, of which no more may be kept.</param>
/// <param name="Connection">The connection's number; null for what belongs to none yet, or no more.</param>
internal readonly record struct CapturedPacket(TimeSpan At, PcapDirection Direction, byte[] Octets, int Length, int WholeLength, long? Connection);
