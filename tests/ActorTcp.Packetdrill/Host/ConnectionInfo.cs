using System.Buffers.Binary;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Packetdrill;

/// <summary>struct tcp_info of Linux, as far as scripts ask for it: lengths in segments, times in microseconds.</summary>
internal static class ConnectionInfo
{
    private const int Length = 280;

    public static byte[] Of(Kernel kernel, Socket socket)
    {
        var info = new byte[Length];
        if (socket.Connection is not { } connection)
        {
            info[0] = NumberOf(socket.Listener is null ? TcpState.Closed : TcpState.Listen);
            return info;
        }

        var tcb = connection.Actor.Tcb;
        var segment = tcb.EffectiveSendMss;
        info[0] = NumberOf(kernel.StateOf(connection.Actor));
        info[1] = CongestionStateOf(tcb);
        info[2] = tcb.Retransmissions;
        info[5] = (byte)((tcb.Has(OptionKinds.Timestamps) ? 1 : 0) | (tcb.Has(OptionKinds.SackPermitted) ? 2 : 0) | (tcb.Has(OptionKinds.WindowScale) ? 4 : 0) | (tcb.Ecn.IsOn ? 8 : 0) | (IsTextOnSynTaken(tcb) ? 32 : 0));
        info[6] = (byte)(tcb.Snd.Shift | (tcb.Rcv.Shift << 4));
        Put(8, (uint)tcb.Rto.Value.TotalMicroseconds);
        Put(16, segment);
        Put(24, Segments(tcb.Snd.Flight));
        Put(28, (uint)(tcb.InFlight?.SackedCount ?? 0));
        Put(32, Count(segment => !segment.IsSacked && (segment.IsLost || segment.IsRetransmitted)));
        Put(36, Count(segment => !segment.IsGone && segment.IsRetransmitted));
        Put(60, tcb.Mtu);
        Put(68, (uint)tcb.Rto.Srtt.TotalMicroseconds);
        Put(76, Segments(tcb.Congestion.SlowStartThreshold));
        Put(80, tcb.Congestion.Size / segment);
        Put(84, tcb.ReceiveMss);
        Put(88, LossRecovery.DuplicateAckThreshold);
        return info;

        uint Count(Func<SentSegment, bool> isOne) => (uint)(tcb.InFlight?.Segments.ToArray().Count(isOne) ?? 0);

        uint Segments(uint octets) => (uint)(((ulong)octets + segment - 1) / segment);
        void Put(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(info.AsSpan(at), value);
    }

    private static bool IsTextOnSynTaken(Tcb tcb) => tcb.FastOpen is { IsAccepted: true, TextOnSyn: > 0 } or { Acknowledged: > 0 };

    /// <summary>TCP_CA_Open, Disorder, Recovery, Loss.</summary>
    private static byte CongestionStateOf(Tcb tcb) =>
        tcb.Congestion.InFastRecovery ? (byte)3
        : RackRecovery.IsRecovering(tcb) ? (byte)4
        : tcb.InFlight is { SackedCount: > 0 } ? (byte)1
        : (byte)0;

    private static byte NumberOf(TcpState state) => state switch
    {
        TcpState.Established => 1,
        TcpState.SynSent => 2,
        TcpState.SynReceived => 3,
        TcpState.FinWait1 => 4,
        TcpState.FinWait2 => 5,
        TcpState.TimeWait => 6,
        TcpState.Closed => 7,
        TcpState.CloseWait => 8,
        TcpState.LastAck => 9,
        TcpState.Listen => 10,
        TcpState.Closing => 11,
    };
}
