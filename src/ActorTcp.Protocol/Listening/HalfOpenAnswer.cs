using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>Step 2 of the three-way handshake without a control block: what a SYN cache or a cookie answers.</summary>
internal static class HalfOpenAnswer
{
    /// <summary>What of the SYN's options this side takes up.</summary>
    public static OptionKinds Agreed(ConnectionSettings settings, in Segment syn) => SegmentOptions.Agreed(settings, syn.Options);

    /// <summary>What of the SYN's options a cookie can remember: with timestamps all, without them none.</summary>
    public static OptionKinds AgreedWithCookie(ConnectionSettings settings, in Segment syn)
    {
        var agreed = SegmentOptions.Agreed(settings, syn.Options);
        return (agreed & OptionKinds.Timestamps) != 0 ? agreed : OptionKinds.None;
    }

    /// <summary>&lt;SEQ=ISS&gt;&lt;ACK=RCV.NXT&gt;&lt;CTL=SYN,ACK&gt;. Text on the SYN is not acknowledged: it was not kept.</summary>
    /// <param name="receiveMss">What this side announces in its MSS option.</param>
    /// <param name="agreed">The options that go into it, besides MSS.</param>
    /// <param name="ecn">Whether explicit congestion notification is agreed upon.</param>
    /// <param name="tsVal">Meaningful with timestamps.</param>
    public static OutgoingSegment SynAck(ConnectionSettings settings, ushort receiveMss, SeqNum iss, in Segment syn, OptionKinds agreed, bool ecn, uint tsVal)
    {
        var answer = new OutgoingSegment
        {
            Seq = iss,
            Ack = syn.Seq + 1,
            Control = ControlBits.Syn | ControlBits.Ack | (ecn ? ControlBits.Ece : ControlBits.None),
            Wnd = ReceiveWindow.OnSyn(settings),
            Reason = SendReason.SynAck,
        };
        answer.Options.Present = OptionKinds.Mss | agreed;
        answer.Options.Mss = receiveMss;
        answer.Options.WindowScale = settings.WindowShift;
        answer.Options.TsVal = tsVal;
        answer.Options.TsEcr = syn.Options.TsVal;
        return answer;
    }
}
