namespace ActorTcp.Stack;

/// <summary>A buffer that is lent: its octets begin at <paramref name="Start"/> of the slab. The default value is no buffer.</summary>
internal readonly record struct BufferLease(BufferSlab? Slab, int Start)
{
    public int Length => Slab?.BufferSize ?? 0;

    public Span<byte> Octets => Slab is null ? [] : Slab.Of(Start);
}
