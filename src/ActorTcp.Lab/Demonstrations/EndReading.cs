using ActorTcp.Protocol;

namespace ActorTcp.Lab;

/// <summary>What one end knew at an instant.</summary>
/// <param name="Variables">Of its connection to the other end; null where it has none.</param>
/// <param name="HalfOpen">Connections of any peer that wait for the third step.</param>
/// <param name="Lent">Octets of buffers that connections hold.</param>
internal sealed record EndReading(TcpState State, EndVariables? Variables, int HalfOpen, long Lent);
