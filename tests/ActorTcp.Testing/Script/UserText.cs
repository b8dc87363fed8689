using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>The buffers that an actor keeps beside its machine, as plain as can be: they show whether the effects name the right octets.</summary>
/// <param name="first">The sequence number of the first octet to send.</param>
internal sealed class UserText(SeqNum first)
{
    private readonly List<byte> _toSend = [];
    private readonly Dictionary<int, byte> _ahead = [];
    private SeqNum _start = first;

    /// <summary>All that has come in order, from the first octet on.</summary>
    public List<byte> Received { get; } = [];

    public void Append(ReadOnlySpan<byte> octets) => _toSend.AddRange(octets);

    public byte[] At(SeqNum start, int length) => length == 0 ? [] : _toSend.GetRange(start - _start, length).ToArray();

    public void Interpret(in Effect effect, ReadOnlySpan<byte> arrived)
    {
        switch (effect.Kind)
        {
            case EffectKind.Deliver:
                Received.AddRange(arrived.Slice(effect.Offset, effect.Length));
                break;
            case EffectKind.Hold:
                Hold(arrived.Slice(effect.Offset, effect.Length), effect.Distance);
                break;
            case EffectKind.Join:
                Join(effect.Length);
                break;
            case EffectKind.Release:
                _toSend.RemoveRange(0, effect.Length);
                _start += (uint)effect.Length;
                break;
        }
    }

    private void Hold(ReadOnlySpan<byte> octets, int distance)
    {
        for (var i = 0; i < octets.Length; i++)
        {
            _ahead[Received.Count + distance + i] = octets[i];
        }
    }

    private void Join(int length)
    {
        for (var i = 0; i < length; i++)
        {
            Received.Add(_ahead[Received.Count]);
        }
    }
}
