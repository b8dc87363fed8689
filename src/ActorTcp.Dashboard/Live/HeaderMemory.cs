using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>The TCP headers of segments that passed while somebody looked: a history keeps no options. SYNs have their own room, or bulk transfers would overwrite them.</summary>
internal sealed class HeaderMemory
{
    private readonly Lock _gate = new();
    private readonly HeaderRing _syns = new(1024);
    private readonly HeaderRing _others = new(2048);

    /// <summary>The header of a segment that a history tells of; empty when nobody looked on, or it is too long ago.</summary>
    /// <param name="tuple">Seen from this side.</param>
    public byte[] Find(in FourTuple tuple, in HistoryEntry entry)
    {
        lock (_gate)
        {
            return (entry.HasSyn ? _syns : _others).Find(HeaderKey.Of(in tuple, in entry));
        }
    }

    /// <summary>It does not wait: what passes while somebody searches is not remembered.</summary>
    /// <param name="header">From the source port on, with its options.</param>
    public void Remember(in HeaderKey key, ReadOnlySpan<byte> header)
    {
        if (_gate.TryEnter())
        {
            ((key.Control & ControlBits.Syn) != 0 ? _syns : _others).Add(in key, header);
            _gate.Exit();
        }
    }
}
