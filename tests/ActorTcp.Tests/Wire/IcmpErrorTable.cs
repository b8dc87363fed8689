using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>What each type and code of ICMP and ICMPv6 means, version apart.</summary>
public sealed class IcmpErrorTable
{
    [Theory]
    [InlineData(0, 0, IcmpError.None)]
    [InlineData(3, 0, IcmpError.NetUnreachable)]
    [InlineData(3, 1, IcmpError.HostUnreachable)]
    [InlineData(3, 2, IcmpError.ProtocolUnreachable)]
    [InlineData(3, 3, IcmpError.PortUnreachable)]
    [InlineData(3, 4, IcmpError.PacketTooBig)]
    [InlineData(3, 5, IcmpError.SourceRouteFailed)]
    [InlineData(3, 6, IcmpError.NetUnreachable)]
    [InlineData(3, 7, IcmpError.HostUnreachable)]
    [InlineData(3, 9, IcmpError.AdministrativelyProhibited)]
    [InlineData(3, 11, IcmpError.NetUnreachable)]
    [InlineData(3, 12, IcmpError.HostUnreachable)]
    [InlineData(3, 13, IcmpError.AdministrativelyProhibited)]
    [InlineData(3, 16, IcmpError.Other)]
    [InlineData(4, 0, IcmpError.SourceQuench)]
    [InlineData(5, 1, IcmpError.Other)]
    [InlineData(8, 0, IcmpError.None)]
    [InlineData(11, 1, IcmpError.TimeExceeded)]
    [InlineData(12, 0, IcmpError.ParameterProblem)]
    public void Version_4(byte type, byte code, Enum error) => Assert.Equal((IcmpError)error, IcmpErrors.OfV4(type, code));

    [Theory]
    [InlineData(1, 0, IcmpError.NetUnreachable)]
    [InlineData(1, 1, IcmpError.AdministrativelyProhibited)]
    [InlineData(1, 2, IcmpError.NetUnreachable)]
    [InlineData(1, 3, IcmpError.HostUnreachable)]
    [InlineData(1, 4, IcmpError.PortUnreachable)]
    [InlineData(1, 5, IcmpError.AdministrativelyProhibited)]
    [InlineData(1, 7, IcmpError.Other)]
    [InlineData(2, 0, IcmpError.PacketTooBig)]
    [InlineData(3, 0, IcmpError.TimeExceeded)]
    [InlineData(4, 0, IcmpError.ParameterProblem)]
    [InlineData(4, 1, IcmpError.ProtocolUnreachable)]
    [InlineData(100, 0, IcmpError.Other)]
    [InlineData(128, 0, IcmpError.None)]
    [InlineData(135, 0, IcmpError.None)]
    public void Version_6(byte type, byte code, Enum error) => Assert.Equal((IcmpError)error, IcmpErrors.OfV6(type, code));
}
