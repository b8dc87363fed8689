using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ActorTcp.Wire;

/// <summary>RFC 1071: the 16-bit ones' complement of the ones' complement sum. Partial sums are of big-endian words and may be added up.</summary>
/// <remarks>
/// The sum does not care in which byte order it is made (§2 B), so words are added as the machine loads them, many at a time in 64-bit lanes
/// that collect 32-bit halves and so cannot overflow, and the result is turned once.
/// </remarks>
internal static class InternetChecksum
{
    /// <summary>The checksum of <paramref name="octets"/>; over octets that contain a right checksum, zero.</summary>
    /// <param name="octets">An odd last octet counts as the high half of a word (§1).</param>
    /// <param name="initial">A partial sum to go on from, of a pseudo-header for instance.</param>
    public static ushort Compute(ReadOnlySpan<byte> octets, uint initial = 0) => Finish(Sum(octets, initial));

    /// <summary>A partial sum; parts before the last have an even number of octets.</summary>
    public static uint Sum(ReadOnlySpan<byte> octets, uint initial = 0)
    {
        ulong sum = 0;
        if (octets.Length >= 2 * Vector<byte>.Count)
            sum = SumVectors(ref octets);
        while (octets.Length >= sizeof(ulong))
        {
            var word = MemoryMarshal.Read<ulong>(octets);
            sum += (uint)word + (word >> 32);
            octets = octets[sizeof(ulong)..];
        }

        sum += SumTail(octets);
        var folded = Fold(sum);
        return initial + (BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(folded) : folded);
    }

    /// <summary>Folds a partial sum and complements it.</summary>
    public static ushort Finish(uint sum) => (ushort)~Fold(sum);

    /// <summary>RFC 1624 §3 eqn. 3: the checksum after one 16-bit word of what it covers has changed.</summary>
    public static ushort Update(ushort checksum, ushort was, ushort now) =>
        Finish((uint)(ushort)~checksum + (ushort)~was + now);

    /// <summary>RFC 1624 for a 32-bit field, an IPv4 address for instance.</summary>
    public static ushort Update(ushort checksum, uint was, uint now) =>
        Update(Update(checksum, (ushort)(was >> 16), (ushort)(now >> 16)), (ushort)was, (ushort)now);

    private static ulong SumVectors(ref ReadOnlySpan<byte> octets)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<ulong>>(octets);
        var low = new Vector<ulong>(uint.MaxValue);
        var sum = Vector<ulong>.Zero;
        foreach (var vector in vectors)
            sum += (vector & low) + (vector >>> 32);
        octets = octets[(vectors.Length * Vector<byte>.Count)..];
        return Vector.Sum(sum);
    }

    /// <summary>The last zero to seven octets, padded with zeros.</summary>
    private static uint SumTail(ReadOnlySpan<byte> octets)
    {
        uint sum = 0;
        if (octets.Length >= sizeof(uint))
        {
            var word = MemoryMarshal.Read<uint>(octets);
            sum = (word & 0xFFFF) + (word >> 16);
            octets = octets[sizeof(uint)..];
        }

        if (octets.Length >= sizeof(ushort))
        {
            sum += MemoryMarshal.Read<ushort>(octets);
            octets = octets[sizeof(ushort)..];
        }

        if (!octets.IsEmpty)
            sum += BitConverter.IsLittleEndian ? octets[0] : (uint)octets[0] << 8;
        return sum;
    }

    private static ushort Fold(ulong sum)
    {
        sum = (uint)sum + (sum >> 32);
        sum = (sum & 0xFFFF_FFFF) + (sum >> 32);
        return Fold((uint)sum);
    }

    private static ushort Fold(uint sum)
    {
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)(sum + (sum >> 16));
    }
}
