using System.Numerics;
using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTcp.Tests.Defence;

/// <summary>RFC 4987 §3.6: what a cookie says comes back, for whom and for when it was made, and nobody can guess one.</summary>
[Rule("RFC 4987", "§3.6")]
public sealed class SynCookieNumbers
{
    private const ushort Smallest = 216;
    private static readonly TimeSpan Rotation = TimeSpan.FromSeconds(30);
    private static readonly FourTuple Tuple = new(IpAddr.Parse("10.1.0.1"), 80, IpAddr.Parse("10.9.0.1"), 1000);

    private readonly SynCookies _cookies = Cookies(seed: 1);

    /// <summary>A SYN, when it is answered, and how long its ACK takes.</summary>
    private static readonly Arbitrary<(SeqNum Irs, ushort Mss, TimeSpan At, TimeSpan Later)> Handshakes = Arb.From(
        from irsHigh in Gen.Choose(0, 0xFFFF)
        from irsLow in Gen.Choose(0, 0xFFFF)
        from mss in Gen.Choose(0, 0xFFFF)
        from at in Gen.Choose(0, int.MaxValue)
        from later in Gen.Choose(0, 90_000)
        select (new SeqNum(((uint)irsHigh << 16) | (uint)irsLow), (ushort)mss, TimeSpan.FromMilliseconds(at), TimeSpan.FromMilliseconds(later)));

    [Fact]
    public void Come_back_for_one_rotation_at_least_and_two_at_most() => Check.QuickThrowOnFailure(Prop.ForAll(Handshakes, made =>
    {
        var cookie = _cookies.Make(in Tuple, made.Irs, made.Mss, made.At);
        var isBelieved = _cookies.TryRead(in Tuple, cookie, made.Irs, made.At + made.Later, out var read);
        return made.Later < Rotation ? isBelieved && read <= Math.Max(made.Mss, Smallest) : made.Later < 2 * Rotation || !isBelieved;
    }));

    [Theory, InlineData(0, 216), InlineData(215, 216), InlineData(536, 536), InlineData(1459, 1440), InlineData(1460, 1460), InlineData(8959, 1460), InlineData(65535, 8960)]
    public void Remember_the_largest_known_segment_size_that_the_peer_accepts(ushort mss, ushort remembered)
    {
        var cookie = _cookies.Make(in Tuple, default, mss, TimeSpan.Zero);
        Assert.True(_cookies.TryRead(in Tuple, cookie, default, TimeSpan.Zero, out var read));
        Assert.Equal(remembered, read);
    }

    [Fact]
    public void Are_for_one_peer_one_port_and_one_syn_alone()
    {
        var cookie = _cookies.Make(in Tuple, new SeqNum(7), 1460, TimeSpan.Zero);
        Assert.True(Reads(Tuple, irs: 7));
        Assert.False(Reads(Tuple, irs: 8));
        Assert.False(Reads(Tuple with { RemotePort = 1001 }, irs: 7));
        Assert.False(Reads(Tuple with { LocalPort = 81 }, irs: 7));
        Assert.False(Reads(Tuple with { Remote = IpAddr.Parse("10.9.0.2") }, irs: 7));
        Assert.False(Reads(Tuple with { Local = IpAddr.Parse("10.1.0.2") }, irs: 7));
        Assert.False(Cookies(seed: 2).TryRead(in Tuple, cookie, new SeqNum(7), TimeSpan.Zero, out _));

        bool Reads(FourTuple tuple, uint irs) => _cookies.TryRead(in tuple, cookie, new SeqNum(irs), TimeSpan.Zero, out _);
    }

    [Fact]
    public void Of_one_node_are_believed_by_another_that_shares_its_key_and_the_time_of_day()
    {
        var (one, other) = (Cookies(seed: 1, began: TimeSpan.FromHours(5)), Cookies(seed: 1, began: TimeSpan.FromHours(4)));
        var cookie = one.Make(in Tuple, default, 1460, TimeSpan.Zero);
        Assert.True(other.TryRead(in Tuple, cookie, default, TimeSpan.FromHours(1), out _));
        Assert.False(other.TryRead(in Tuple, cookie, default, TimeSpan.Zero, out _));
    }

    /// <summary>
    /// The essay above <see cref="SynCookies"/> promises p = 2⁻²⁸ for each blind guess. Ten million guesses would not see one success, but they see the hash:
    /// of them, one in 2ᵇ must agree with the right number in the lowest b of its 28 bits, for every b that can be counted.
    /// </summary>
    [Fact]
    public void Are_forged_as_seldom_as_the_arithmetic_says()
    {
        const int Guesses = 10_000_000;
        const int HashBits = 28;
        var agreeing = new int[HashBits + 1];
        var random = new Random(4987);
        var forged = 0;
        for (var i = 0; i < Guesses; i++)
        {
            var tuple = Tuple with { Remote = IpAddr.FromV4((uint)random.Next()), RemotePort = (ushort)random.Next(1024, 65536) };
            var (guess, irs) = (new SeqNum((uint)random.NextInt64(1L << 32)), new SeqNum((uint)i));
            var now = TimeSpan.FromMilliseconds(i / 10);
            forged += _cookies.TryRead(in tuple, guess, irs, now, out var mss) ? 1 : 0;
            var right = _cookies.Make(in tuple, irs, mss, now);
            agreeing[Math.Min(BitOperations.TrailingZeroCount(right.Value ^ guess.Value), HashBits)]++;
        }

        Assert.InRange(forged, 0, 2);   // 0.04 expected
        for (var bits = 1; bits <= 17; bits++)
        {
            var expected = Guesses / Math.Pow(2, bits);
            var seen = agreeing[bits..].Sum();
            Assert.True(Math.Abs(seen - expected) < 5 * Math.Sqrt(expected), $"{seen} of {Guesses} guesses agree in {bits} bits, {expected:0} were expected");
        }
    }

    private static SynCookies Cookies(ulong seed, TimeSpan began = default) => new(new CookieSecrets(new SipKey(seed, 2), Rotation, began));
}
