using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>The queue of octets under every connection.</summary>
public sealed class ByteRings
{
    private readonly BufferPool _pool = new();

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Do_what_a_list_does_however_they_grow_and_wrap(int seed)
    {
        var random = new Random(seed);
        var (ring, model) = (_pool.RentRing(), new List<byte>());
        long place = 0;
        for (var step = 0; step < 3_000; step++)
        {
            var count = random.Next(1, 3000);
            if (model.Count < 20_000 && random.Next(2) == 0)
            {
                var octets = Pattern.At(place, count);
                ring.Append(octets);
                model.AddRange(octets);
                place += count;
            }
            else
            {
                count = Math.Min(count, model.Count);
                ring.Drop(count);
                model.RemoveRange(0, count);
            }

            Assert.Equal(model.Count, ring.Count);
            Assert.True(model.Take(ring.Front.Length).SequenceEqual(ring.Front.ToArray()));
            var offset = random.Next(model.Count + 1);
            var copy = new byte[random.Next(model.Count - offset + 1)];
            ring.CopyTo(offset, copy);
            Assert.True(model.Skip(offset).Take(copy.Length).SequenceEqual(copy));
        }
    }

    /// <summary>Text out of order: written where it belongs, counted when the gap before it is closed, while the ring grows and wraps.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Keep_what_was_written_ahead(int seed)
    {
        var random = new Random(seed);
        var ring = _pool.RentRing();
        var (dropped, end) = (0L, 0L);
        for (var step = 0; step < 2_000; step++)
        {
            var (gap, ahead) = (random.Next(0, 5000), random.Next(1, 3000));
            ring.WriteAhead(gap, Pattern.At(end + gap, ahead));
            if (gap > 0)
            {
                ring.WriteAhead(0, Pattern.At(end, gap));
            }

            ring.Commit(gap + ahead);
            end += gap + ahead;
            var drop = Math.Min(random.Next(0, 9000), ring.Count);
            Assert.True(Pattern.IsAt(dropped, ring.Front));
            ring.Drop(drop);
            dropped += drop;
        }

        var rest = new byte[ring.Count];
        ring.CopyTo(0, rest);
        Assert.True(Pattern.IsAt(dropped, rest));
    }

    [Fact]
    public void Give_their_buffers_back()
    {
        var ring = _pool.RentRing();
        Assert.Equal(0, _pool.Lent);
        ring.Append(Pattern.At(0, 5000));
        Assert.Equal(8192, _pool.Lent);
        ring.Append(Pattern.At(0, 5000));
        Assert.Equal(16384, _pool.Lent);
        _pool.Return(ring);
        Assert.Equal(0, _pool.Lent);
        Assert.Same(ring, _pool.RentRing());
        Assert.Equal(0, ring.Count);
    }

    [Fact]
    public void Cannot_be_asked_for_more_than_they_hold()
    {
        var ring = _pool.RentRing();
        ring.Append([1, 2, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => ring.Drop(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => ring.CopyTo(2, new byte[2]));
    }
}
