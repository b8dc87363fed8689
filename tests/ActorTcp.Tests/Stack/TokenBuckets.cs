using ActorTcp.Stack;

namespace ActorTcp.Tests.Stack;

public sealed class TokenBuckets
{
    [Fact]
    public void Give_as_many_at_once_as_in_a_second_and_then_as_time_passes()
    {
        var bucket = new TokenBucket(10);
        Assert.Equal(10, Take(ref bucket, TimeSpan.Zero));
        Assert.Equal(0, Take(ref bucket, TimeSpan.FromMilliseconds(99)));
        Assert.Equal(1, Take(ref bucket, TimeSpan.FromMilliseconds(101)));
        Assert.Equal(5, Take(ref bucket, TimeSpan.FromMilliseconds(602)));
        Assert.Equal(10, Take(ref bucket, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Give_nothing_at_a_rate_of_nothing()
    {
        var bucket = new TokenBucket(0);
        Assert.Equal(0, Take(ref bucket, TimeSpan.FromHours(1)));
    }

    private static int Take(ref TokenBucket bucket, TimeSpan now)
    {
        var taken = 0;
        while (bucket.TryTake(now))
        {
            taken++;
        }

        return taken;
    }
}
