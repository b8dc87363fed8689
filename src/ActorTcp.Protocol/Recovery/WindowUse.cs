using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 7661 §4.2: how much of the congestion window has been in use lately. One that the user does not fill says nothing about the network, so it does not grow.</summary>
internal struct WindowUse
{
    /// <summary>For the most that was in the network: all that the window allowed.</summary>
    private const uint Full = uint.MaxValue;

    private SeqNum _end;
    private uint _most;

    /// <summary>Text has left for the first time, and <paramref name="pipe"/> octets are in the network now. What was most holds until what is in flight is acknowledged.</summary>
    public void Sent(uint pipe, uint window, uint mss, in SendSequence snd)
    {
        var isFull = pipe + mss > window;
        if (isFull || snd.Una >= _end || pipe > _most)
        {
            _most = isFull ? Full : pipe;
            _end = snd.Nxt;
        }
    }

    /// <summary>Whether the network, not the user, limits what is in flight; in slow start half a window suffices, for it may double in the next round trip.</summary>
    public readonly bool Limits(in CongestionWindow window) => _most == Full || (window.InSlowStart && window.Size / 2 < _most);
}
