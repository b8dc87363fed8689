using System.Runtime.CompilerServices;
using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Defence;

/// <summary>RFC 4987 §3.5: records in a table of fixed size.</summary>
[Rule("RFC 4987", "§3.5")]
public sealed class SynCaches
{
    [Fact]
    public void Keep_a_half_open_connection_in_a_cache_line() => Assert.Equal(64, Unsafe.SizeOf<SynRecord>());

    [Theory, InlineData(1, 16), InlineData(16, 16), InlineData(31, 16), InlineData(16384, 16384), InlineData(16383, 8192)]
    public void Are_no_larger_than_allowed(int capacity, int actual) => Assert.Equal(actual, new SynCache(capacity).Capacity);

    [Fact]
    public void Forget_the_oldest_of_a_full_bucket_also_when_the_clock_wraps()
    {
        var cache = new SynCache(16);
        for (uint i = 0; i < 16; i++)
        {
            Assert.False(cache.Add(Record(i, born: uint.MaxValue - 7 + i), hash: i));
        }

        Assert.True(cache.Add(Record(16, born: 100), hash: 77));
        Assert.Equal(16, cache.Count);
        Assert.True(cache.Find(Tuple(0), 0) < 0);
        Assert.All(Enumerable.Range(1, 16), i => Assert.True(cache.Find(Tuple((uint)i), 0) >= 0));
    }

    [Fact]
    public void Find_what_is_there_and_nothing_else()
    {
        var cache = new SynCache(1024);
        cache.Add(Record(1, born: 0), hash: 0xABCD_1234);
        var place = cache.Find(Tuple(1), 0xABCD_1234);
        Assert.Equal(Tuple(1), cache[place].Tuple);
        Assert.True(cache.Find(Tuple(2), 0xABCD_1234) < 0);
        cache.Remove(place);
        Assert.True(cache.Find(Tuple(1), 0xABCD_1234) < 0);
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void Remember_all_that_a_connection_needs_of_the_SYN()
    {
        var syn = new Segment
        {
            Seq = new SeqNum(5),
            Control = ControlBits.Syn,
            Wnd = 1234,
            Options = new TcpOptions
            {
                Present = OptionKinds.Mss | OptionKinds.WindowScale | OptionKinds.Timestamps | OptionKinds.SackPermitted,
                Mss = 1400,
                WindowScale = 9,
                TsVal = 77,
            },
        };
        var tuple = Tuple(1);
        var copy = new SynRecord(in tuple, in syn, new SeqNum(6)).Syn;
        Assert.Equal((syn.Seq, syn.Wnd, syn.Control), (copy.Seq, copy.Wnd, copy.Control));
        Assert.Equal((syn.Options.Present, 1400, 9, 77u), (copy.Options.Present, copy.Options.Mss, copy.Options.WindowScale, copy.Options.TsVal));
    }

    private static SynRecord Record(uint number, uint born)
    {
        var tuple = Tuple(number);
        var syn = new Segment { Control = ControlBits.Syn };
        return new SynRecord(in tuple, in syn, default) { Born = born };
    }

    private static FourTuple Tuple(uint number) => new(IpAddr.Parse("10.1.0.1"), 80, IpAddr.FromV4(0x0A090000 + number), 1000);
}
