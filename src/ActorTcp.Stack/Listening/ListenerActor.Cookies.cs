using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <content>RFC 4987 §3.6: a cookie stands in for a connection until its peer has proved its address.</content>
internal sealed partial class ListenerActor
{
    private SpentCookies? _spent;
    private TimeSpan _cookiesUntil = TimeSpan.MinValue;

    /// <summary>Whether the segment acknowledges a cookie that was sent before a connection or a record was made for the same four-tuple.</summary>
    /// <param name="iss">The initial send sequence number of that connection or record.</param>
    public bool IsForEarlierCookie(in Packet packet, SeqNum iss) =>
        IsAcknowledgment(in packet.Tcp) && packet.Tcp.Ack != iss + 1 && BelievesCookies && ReadCookie(in packet, out _);

    /// <summary>RFC 4987 §3.6: "accepted only after a recent overflow", unless every SYN gets a cookie, or another node may have sent it.</summary>
    private bool BelievesCookies =>
        Shard.Now < _cookiesUntil || _doorkeeper.Rule.AtSyn == Admission.Cookie || !_router.Options.SynCookies.Key.IsEmpty;

    private void AnswerWithCookie(in Packet packet)
    {
        var tuple = packet.Tuple;
        ref readonly var seg = ref packet.Tcp;
        var agreed = HalfOpenAnswer.AgreedWithCookie(Settings, in seg);
        var ecn = agreed != OptionKinds.None && EcnSetup.IsAsked(Settings, in seg);
        uint tsVal = 0;
        if (agreed != OptionKinds.None)
        {
            _router.Iss(in tuple, out var offset);
            tsVal = CookieTimestamp.Encode(new Timestamps { Offset = offset }.Value(Shard.Now), agreed, seg.Options.WindowScale, ecn);
        }

        var iss = _router.Cookies.Make(in tuple, seg.Seq, MssOption.OfPeer(seg.Options, tuple.Local.IsV4), Shard.Now);
        var answer = HalfOpenAnswer.SynAck(Settings, MssOption.For((ushort)_router.Mtu, tuple.Local.IsV4), iss, in seg, agreed, ecn, tsVal);
        _cookiesUntil = Shard.Now + _router.Cookies.Lifetime;
        _router.Counters.Add(Counter.SynCookiesSent);
        if (Pressure == Pressure.Flooded)
        {
            _router.Counters.Add(Counter.HalfOpenOverflows);
        }

        Decided(Counter.SynCookiesSent, in tuple);
        _router.Transmit(in tuple, in answer, Settings.Path);
    }

    /// <summary>Makes the connection for which a cookie stood, if the segment acknowledges one.</summary>
    /// <returns>Whether the segment has been dealt with.</returns>
    private bool Redeems(in Packet packet)
    {
        ref readonly var seg = ref packet.Tcp;
        if (!IsAcknowledgment(in seg) || !BelievesCookies)
        {
            return false;
        }

        var iss = seg.Ack - 1;
        if (!ReadCookie(in packet, out var mss))
        {
            Note(Counter.SynCookiesFailed, in packet);
            return Pressure == Pressure.Flooded && seg.Len > 0;   // perhaps the second segment of one whose first was lost: a reset would end what the first will complete
        }

        if (_spent?.Has(packet.FlowHash, iss) == true)
        {
            Drop(Counter.SynCookiesReplayed, in packet);
        }
        else if (Endpoint.IsAcceptQueueFull)
        {
            Drop(Counter.AcceptQueueDrops, in packet);
        }
        else
        {
            (_spent ??= new SpentCookies()).Add(packet.FlowHash, iss);
            Note(Counter.SynCookiesReceived, in packet);
            var syn = new Segment
            {
                Seq = seg.Seq - 1,
                Control = ControlBits.Syn | EcnSetup.OnSynThatAsks(CookieTimestamp.HasEcn(seg.Options)),
                Wnd = seg.Wnd,
                Options = CookieTimestamp.Decode(seg.Options, mss),
            };
            Complete(iss, in syn, repetitions: 0, answeredAt: null, in packet);
        }

        return true;
    }

    private bool ReadCookie(in Packet packet, out ushort mss) =>
        _router.Cookies.TryRead(packet.Tuple, packet.Tcp.Ack - 1, packet.Tcp.Seq - 1, Shard.Now, out mss);

    private void Complete(SeqNum iss, in Segment syn, byte repetitions, TimeSpan? answeredAt, in Packet packet)
    {
        var connection = Open(packet.Tuple, packet.FlowHash, Endpoint.ProtocolFor(), iss);
        connection.Resume(in syn, repetitions, answeredAt);
        Shard.Deliver(connection, in packet);
    }

    private static bool IsAcknowledgment(in Segment seg) => seg.HasAck && !seg.HasSyn && !seg.HasRst;
}
