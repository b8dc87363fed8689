using System.Numerics;

namespace ActorTcp.Stack;

/// <summary>
/// The log-linear scale of a <see cref="LatencyHistogram"/>, in ticks of 100 ns: each octave has 64 buckets of equal width, so that a bucket's middle
/// is at most 1/128 away from anything in it. Below 128 ticks each bucket holds one value.
/// </summary>
internal static class LatencyBuckets
{
    /// <summary>About 61 hours; what takes longer counts as this long.</summary>
    public const long Longest = (1L << 41) - 1;

    public const int Count = ((40 - OctaveBits) << OctaveBits) + (2 << OctaveBits);

    private const int OctaveBits = 6;

    public static int Of(long ticks)
    {
        var shift = Math.Max(BitOperations.Log2((ulong)ticks) - OctaveBits, 0);
        return (shift << OctaveBits) + (int)(ticks >> shift);
    }

    /// <summary>The least value that falls into a bucket.</summary>
    public static long Start(int bucket)
    {
        var shift = Shift(bucket);
        return (long)(bucket - (shift << OctaveBits)) << shift;
    }

    /// <summary>What stands for every value in a bucket.</summary>
    public static long Middle(int bucket) => Start(bucket) + ((1L << Shift(bucket)) / 2);

    private static int Shift(int bucket) => Math.Max((bucket >> OctaveBits) - 1, 0);
}
