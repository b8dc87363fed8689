namespace ActorTcp.Wire;

/// <summary>Type and code of either version ↔ <see cref="IcmpError"/>.</summary>
internal static class IcmpErrors
{
    /// <summary>RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1</summary>
    public static IcmpError OfV4(byte type, byte code) => type switch
    {
        IcmpType.DestinationUnreachable => code switch
        {
            0 or 6 or 11 => IcmpError.NetUnreachable,
            1 or 7 or 8 or 12 => IcmpError.HostUnreachable,
            2 => IcmpError.ProtocolUnreachable,
            3 => IcmpError.PortUnreachable,
            4 => IcmpError.PacketTooBig,
            5 => IcmpError.SourceRouteFailed,
            9 or 10 or 13 or 14 or 15 => IcmpError.AdministrativelyProhibited,
            _ => IcmpError.Other,
        },
        IcmpType.SourceQuench => IcmpError.SourceQuench,
        IcmpType.Redirect => IcmpError.Other,
        IcmpType.TimeExceeded => IcmpError.TimeExceeded,
        IcmpType.ParameterProblem => IcmpError.ParameterProblem,
        _ => IcmpError.None,
    };

    /// <summary>RFC 4443 §3; RFC 5461 §2.1 for the correspondence with IPv4.</summary>
    public static IcmpError OfV6(byte type, byte code) => type switch
    {
        IcmpV6Type.DestinationUnreachable => code switch
        {
            0 or 2 => IcmpError.NetUnreachable,
            1 or 5 or 6 => IcmpError.AdministrativelyProhibited,
            3 => IcmpError.HostUnreachable,
            4 => IcmpError.PortUnreachable,
            _ => IcmpError.Other,
        },
        IcmpV6Type.PacketTooBig => IcmpError.PacketTooBig,
        IcmpV6Type.TimeExceeded => IcmpError.TimeExceeded,
        IcmpV6Type.ParameterProblem => code == 1 ? IcmpError.ProtocolUnreachable : IcmpError.ParameterProblem,
        < IcmpV6Type.FirstInformational => IcmpError.Other,
        _ => IcmpError.None,
    };

    /// <summary>Type and code under which an unreachable destination is reported.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The error is not one of the unreachable kinds.</exception>
    public static (byte Type, byte Code) Unreachable(bool v4, IcmpError error) => (v4, error) switch
    {
        (true, IcmpError.NetUnreachable) => (IcmpType.DestinationUnreachable, 0),
        (true, IcmpError.HostUnreachable) => (IcmpType.DestinationUnreachable, 1),
        (true, IcmpError.ProtocolUnreachable) => (IcmpType.DestinationUnreachable, 2),
        (true, IcmpError.PortUnreachable) => (IcmpType.DestinationUnreachable, 3),
        (true, IcmpError.AdministrativelyProhibited) => (IcmpType.DestinationUnreachable, 13),
        (false, IcmpError.NetUnreachable) => (IcmpV6Type.DestinationUnreachable, 0),
        (false, IcmpError.AdministrativelyProhibited) => (IcmpV6Type.DestinationUnreachable, 1),
        (false, IcmpError.HostUnreachable) => (IcmpV6Type.DestinationUnreachable, 3),
        (false, IcmpError.PortUnreachable) => (IcmpV6Type.DestinationUnreachable, 4),
        (false, IcmpError.ProtocolUnreachable) => (IcmpV6Type.ParameterProblem, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(error), error, "No unreachable destination."),
    };
}
