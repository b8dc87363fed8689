namespace ActorTcp.Testing;

/// <summary>A packet on its way, in a rented array.</summary>
internal readonly record struct VirtualPacket(VirtualHost To, byte[] Octets, int Length);
