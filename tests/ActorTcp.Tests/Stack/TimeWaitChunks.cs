using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Stack;

/// <summary>The memory of records in TIME-WAIT.</summary>
public sealed class TimeWaitChunks
{
    private static readonly FourTuple V4 = new(IpAddr.Parse("10.1.2.3"), 80, IpAddr.Parse("10.9.8.7"), 4096);
    private static readonly FourTuple V6 = new(IpAddr.Parse("2001:db8:1:2:3:4:5:6"), 443, IpAddr.Parse("2001:db8:a:b:c:d:e:f"), 65535);
    private readonly TimeWaitChunk _chunk = new();
    private TimeWaitPlace[]? _spare;

    [Fact]
    public void Keep_the_addresses_of_both_versions_side_by_side()
    {
        var tuples = new[] { V4, V6, V4.Reversed, V6.Reversed, V4 with { RemotePort = 1 } };
        var offsets = tuples.Select(tuple => _chunk.Take(in tuple, ref _spare)).ToArray();
        Assert.Equal(tuples, offsets.Select(_chunk.Tuple));
    }

    [Fact]
    public void Forget_what_stood_in_a_place_before()
    {
        _chunk.Take(in V4, ref _spare);
        _chunk.Return(_chunk.Take(in V6, ref _spare), ref _spare);
        Assert.Equal(V4.Reversed, _chunk.Tuple(_chunk.Take(V4.Reversed, ref _spare)));
    }

    [Fact]
    public void Give_their_memory_back_with_the_last_record()
    {
        var (first, last) = (_chunk.Take(in V4, ref _spare), _chunk.Take(in V6, ref _spare));
        _chunk.Return(first, ref _spare);
        Assert.Null(_spare);
        _chunk.Return(last, ref _spare);
        Assert.NotNull(_spare);
        Assert.False(_chunk.IsTaken(first) || _chunk.IsTaken(last));
        Assert.Equal(V4, _chunk.Tuple(_chunk.Take(in V4, ref _spare)));
        Assert.Null(_spare);
    }
}
