using System.Text.Json.Serialization;

namespace ActorTcp.Stack;

/// <summary>
/// How long things took, in 18 KB whatever their number: quantiles are right within 1 %, the least, the longest and the mean exactly. Recording allocates
/// nothing. One thread writes; histograms of several threads or processes are added up.
/// </summary>
[JsonConverter(typeof(LatencyHistogramConverter))]
internal sealed class LatencyHistogram
{
    private readonly long[] _buckets = new long[LatencyBuckets.Count];
    private long _least = long.MaxValue;
    private long _longest;
    private double _sum;

    public long Count { get; private set; }

    /// <summary>Zero where nothing was recorded, as all of the following.</summary>
    public TimeSpan Min => new(Count == 0 ? 0 : _least);

    public TimeSpan Max => new(_longest);

    public TimeSpan Sum => new((long)_sum);

    public TimeSpan Mean => new(Count == 0 ? 0 : (long)Math.Round(_sum / Count));

    /// <param name="latency">A negative one counts as zero, one beyond <see cref="LatencyBuckets.Longest"/> as that.</param>
    public void Record(TimeSpan latency)
    {
        var ticks = Math.Clamp(latency.Ticks, 0, LatencyBuckets.Longest);
        _buckets[LatencyBuckets.Of(ticks)]++;
        Count++;
        _sum += ticks;
        _least = Math.Min(_least, ticks);
        _longest = Math.Max(_longest, ticks);
    }

    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _buckets.Length; i++)
        {
            _buckets[i] += other._buckets[i];
        }

        Count += other.Count;
        _sum += other._sum;
        _least = Math.Min(_least, other._least);
        _longest = Math.Max(_longest, other._longest);
    }

    public void Clear()
    {
        Array.Clear(_buckets);
        (Count, _sum, _least, _longest) = (0, 0, long.MaxValue, 0);
    }

    /// <summary>The least latency that is not exceeded by this share of all ("nearest rank").</summary>
    /// <param name="percent">0 to 100.</param>
    public TimeSpan Percentile(double percent)
    {
        var rank = Math.Max((long)Math.Ceiling(Count * percent / 100), 1);
        for (var i = 0; i < _buckets.Length && Count > 0; i++)
        {
            rank -= _buckets[i];
            if (rank <= 0)
            {
                return Standing(i);
            }
        }

        return Max;
    }

    /// <summary>How many were this long at most; right within 1 % of the length.</summary>
    public long CountUpTo(TimeSpan latency) => Filled().TakeWhile(each => Standing(each.Bucket) <= latency).Sum(each => each.Count);

    /// <summary>A point for each bucket that holds anything, in rising order.</summary>
    public IEnumerable<CdfPoint> Cdf()
    {
        long below = 0;
        foreach (var (bucket, count) in Filled())
        {
            below += count;
            yield return new CdfPoint(Standing(bucket), (double)below / Count);
        }
    }

    /// <summary>The buckets that hold anything, in rising order.</summary>
    internal IEnumerable<(int Bucket, long Count)> Filled() => _buckets.Select((count, bucket) => (bucket, count)).Where(each => each.count > 0);

    /// <summary>Brings back what <see cref="Filled"/> told of another one.</summary>
    internal void Restore(IEnumerable<(int Bucket, long Count)> filled, TimeSpan min, TimeSpan max, TimeSpan mean)
    {
        foreach (var (bucket, count) in filled)
        {
            _buckets[bucket] += count;
            Count += count;
        }

        (_least, _longest, _sum) = (Count == 0 ? long.MaxValue : min.Ticks, max.Ticks, (double)mean.Ticks * Count);
    }

    private TimeSpan Standing(int bucket) => new(Math.Clamp(LatencyBuckets.Middle(bucket), _least, _longest));
}
