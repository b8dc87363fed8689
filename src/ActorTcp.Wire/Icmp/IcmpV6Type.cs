namespace ActorTcp.Wire;

/// <summary>RFC 4443: the types of ICMPv6 that mean something here. Errors have numbers below 128.</summary>
internal static class IcmpV6Type
{
    public const byte DestinationUnreachable = 1;
    public const byte PacketTooBig = 2;
    public const byte TimeExceeded = 3;
    public const byte ParameterProblem = 4;
    public const byte FirstInformational = 128;
    public const byte EchoRequest = 128;
    public const byte EchoReply = 129;
}
