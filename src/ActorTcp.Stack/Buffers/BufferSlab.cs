using System.Numerics;

namespace ActorTcp.Stack;

/// <summary>An array from which buffers of one size are cut: so large that the garbage collector has it among its old objects from the start, and lending a small buffer makes nothing young.</summary>
/// <param name="size">Of each buffer, in octets.</param>
internal sealed class BufferSlab(int size)
{
    /// <summary>Octets of a slab, unless a single buffer takes more: over the 85,000 from which the collector counts an array among the large objects.</summary>
    private const int Smallest = 128 * 1024;

    private readonly byte[] _octets = GC.AllocateUninitializedArray<byte>(Math.Max(size, Smallest));

    /// <summary>A bit for each buffer that is not lent.</summary>
    private ulong _free = All(size);

    public int BufferSize => size;

    public int Length => _octets.Length;

    public bool IsUsedUp => _free == 0;

    public bool IsWhole => _free == All(size);

    /// <summary>Its place in the list of those that have something to lend; meaningful while it has.</summary>
    public int Place { get; set; }

    /// <summary>Lends one of the buffers that are free.</summary>
    public BufferLease Lend()
    {
        var number = BitOperations.TrailingZeroCount(_free);
        _free &= _free - 1;
        return new BufferLease(this, number * size);
    }

    public Span<byte> Of(int start) => _octets.AsSpan(start, size);

    public void TakeBack(int start) => _free |= 1UL << (start / size);

    private static ulong All(int size) => ulong.MaxValue >> (64 - Math.Max(Smallest / size, 1));
}
