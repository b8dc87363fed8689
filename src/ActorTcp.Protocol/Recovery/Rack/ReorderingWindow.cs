using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 8985 §6.2 step 4: how long a segment may arrive after one that was sent later. It adapts to the reordering that is seen.</summary>
internal sealed class ReorderingWindow
{
    private const byte Recoveries = 16;

    private SeqNum _roundEnd;
    private byte _extra;
    private byte _persist;
    private bool _isRound;

    /// <summary>RACK.reordering_seen</summary>
    public bool IsReorderingSeen;

    /// <summary>RACK.reo_wnd_mult</summary>
    public int Multiplier => 1 + _extra;

    /// <param name="isDuplicate">The peer has got something twice: it was late and not lost, so the window grows, once in a round trip.</param>
    public void AckArrives(Tcb tcb, bool isDuplicate)
    {
        _isRound = _isRound && tcb.Snd.Una < _roundEnd;
        if (isDuplicate && !_isRound)
        {
            _isRound = true;
            _roundEnd = tcb.Snd.Nxt;
            _extra = (byte)Math.Min(_extra + 1, byte.MaxValue - 1);
            _persist = Recoveries;
        }
    }

    /// <summary>Sixteen recoveries without a duplicate, and the window is small again.</summary>
    public void RecoveryEnds()
    {
        _persist = (byte)Math.Max(_persist - 1, 0);
        _extra = _persist == 0 ? (byte)0 : _extra;
    }

    /// <param name="known">What has been seen of reordering; null when nothing.</param>
    /// <param name="isSure">In recovery, or three segments are held by the peer: without known reordering there is nothing to wait for.</param>
    public static TimeSpan Size(ReorderingWindow? known, bool isSure, TimeSpan minRtt, TimeSpan srtt)
    {
        if (isSure && known is not { IsReorderingSeen: true })
        {
            return TimeSpan.Zero;
        }

        var window = minRtt * (known?.Multiplier ?? 1) / 4;
        return window < srtt ? window : srtt;
    }
}
