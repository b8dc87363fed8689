using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.4.1 and RFC 6528 §3.</summary>
[Rule("RFC 9293", "MUST-8"), Rule("RFC 9293", "SHLD-1")]
[Rule("RFC 6528", "§3")]
public sealed class InitialSequenceNumbers
{
    private static readonly FourTuple Tuple = new(IpAddr.Parse("192.0.2.1"), 443, IpAddr.Parse("198.51.100.7"), 50_000);
    private readonly IsnGenerator _isns = new(new SipKey(1, 2));

    [Fact]
    public void Ascend_by_one_every_four_microseconds()
    {
        var first = _isns.Next(in Tuple, 1.Hours());

        Assert.Equal(first, _isns.Next(in Tuple, 1.Hours() + TimeSpan.FromMicroseconds(3.9)));
        Assert.Equal(first + 1, _isns.Next(in Tuple, 1.Hours() + TimeSpan.FromMicroseconds(4)));
        Assert.Equal(first + 250_000, _isns.Next(in Tuple, 1.Hours() + 1.Seconds()));
    }

    [Fact]
    public void Go_once_round_the_circle_in_four_and_three_quarter_hours() =>
        Assert.Equal(_isns.Next(in Tuple, TimeSpan.Zero), _isns.Next(in Tuple, TimeSpan.FromMicroseconds(4 * Math.Pow(2, 32))));

    [Fact, Rule("RFC 9293", "MUST-9")]
    public void Of_another_tuple_or_another_secret_stand_anywhere()
    {
        var numbers = new HashSet<uint> { new IsnGenerator(new SipKey(1, 3)).Next(in Tuple, TimeSpan.Zero).Value };
        for (ushort port = 0; port < 1000; port++)
        {
            numbers.Add(_isns.Next(Tuple with { RemotePort = port }, TimeSpan.Zero).Value);
            numbers.Add(_isns.Next(Tuple with { LocalPort = port }, TimeSpan.Zero).Value);
            numbers.Add(_isns.Next(Tuple with { Remote = IpAddr.FromV4(port) }, TimeSpan.Zero).Value);
            numbers.Add(_isns.Next(Tuple with { Local = IpAddr.FromV4(port) }, TimeSpan.Zero).Value);
        }

        Assert.Equal(4001, numbers.Count);
        var inUpperHalf = numbers.Count(number => number > int.MaxValue);
        Assert.InRange(inUpperHalf, 1800, 2200);
    }
}
