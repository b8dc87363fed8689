using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>Dynamic right-sizing (Fisk and Feng 2001): RCV.BUFF becomes twice what the user takes in a round trip, so that the window never holds back a peer whose text finds a reader.</summary>
/// <remarks>
/// Twice, because a peer in slow start sends twice as much in the next one. A slow reader takes less than the window and gains nothing. The round trip is that of the path
/// without our queues (the handshake's, where nothing was sent since): what arrives in it is the bandwidth-delay product. A connection has one of these only once much has come.
/// </remarks>
internal sealed class RightSizing
{
    /// <summary>No shorter time is worth measuring in: one turn of a busy shard may take as long.</summary>
    private static readonly TimeSpan ShortestRoundTrip = TimeSpan.FromMilliseconds(1);

    private TimeSpan _began;
    private SeqNum _next;
    private int _taken;

    private RightSizing(TimeSpan now, SeqNum next) => (_began, _next) = (now, next);

    /// <summary>Octets beyond the buffer's first size.</summary>
    public int Grown { get; private set; }

    /// <summary>The user has taken text.</summary>
    public static void Taken(Tcb tcb, EffectList fx)
    {
        var next = tcb.Rcv.Nxt - (uint)tcb.Rcv.Unread;
        if (tcb.RightSizing is { } known)
        {
            known.Measure(tcb, next, fx);
        }
        else if (next.After(tcb.Rcv.Irs) > tcb.Settings.ReceiveBuffer / 4 && tcb.Settings.ReceiveBufferLimit > tcb.Settings.ReceiveBuffer)
        {
            tcb.RightSizing = new RightSizing(fx.Now, next);
        }
    }

    /// <summary>The connection needs no window any more.</summary>
    public void End(WindowBudget budget)
    {
        budget.Return(_taken);
        _taken = 0;
    }

    /// <param name="next">The number of the next octet that the user will take.</param>
    private void Measure(Tcb tcb, SeqNum next, EffectList fx)
    {
        var roundTrip = tcb.Rto.Srtt > ShortestRoundTrip ? tcb.Rto.Srtt : ShortestRoundTrip;
        if (!tcb.Rto.IsMeasured || fx.Now - _began < roundTrip)
        {
            return;
        }

        var limit = Math.Min(tcb.Settings.ReceiveBufferLimit, ushort.MaxValue << tcb.Rcv.Shift);
        var wanted = (int)Math.Min(2L * next.After(_next), limit);
        (_began, _next) = (fx.Now, next);
        if (wanted > tcb.ReceiveBuffer && tcb.State.AcceptsText())
        {
            var taken = fx.Windows.Take(wanted - tcb.ReceiveBuffer);
            Grown += taken;
            _taken += taken;
        }
    }
}
