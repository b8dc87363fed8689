using ActorTcp.Protocol;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Testing;

/// <content>Where scripts begin. Every state is reached by walking, never by setting it.</content>
internal sealed partial class Script
{
    public static Script Listening(uint iss) => In(TcpState.Listen, new ScriptStart { Iss = iss });

    /// <summary>As <see cref="In(TcpState, ScriptStart)"/>, with other settings.</summary>
    public static Script In(TcpState state, ConnectionSettings settings) => In(state, new ScriptStart { Settings = settings });

    /// <summary>A connection in <paramref name="state"/>. It was opened passively where that can be; no text has been sent, so a FIN takes the number 1.</summary>
    public static Script In(TcpState state, ScriptStart? start = null) => state switch
    {
        TcpState.Closed => new Script(start ?? new ScriptStart()),
        TcpState.Listen => In(TcpState.Closed, start).Listen(),
        TcpState.SynSent => In(TcpState.Closed, start).Open().Expect(Syn()),
        TcpState.SynReceived => In(TcpState.Listen, start).Inject(Syn().Mss(1460)).Expect(SynAck(ack: 1)),
        TcpState.Established => In(TcpState.SynReceived, start).Inject(Ack(seq: 1, ack: 1)).ExpectSilence(),
        TcpState.FinWait1 => In(TcpState.Established, start).Shutdown().Expect(FinAck(seq: 1, ack: 1)),
        TcpState.FinWait2 => In(TcpState.FinWait1, start).Inject(Ack(seq: 1, ack: 2)).ExpectSilence(),
        TcpState.CloseWait => In(TcpState.Established, start).Inject(FinAck(seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 2)),
        TcpState.Closing => In(TcpState.FinWait1, start).Inject(FinAck(seq: 1, ack: 1)).Expect(Ack(seq: 2, ack: 2)),
        TcpState.LastAck => In(TcpState.CloseWait, start).Close().Expect(FinAck(seq: 1, ack: 2)),
        TcpState.TimeWait => In(TcpState.FinWait2, start).Inject(FinAck(seq: 1, ack: 2)).Expect(Ack(seq: 2, ack: 2)),
    };

    /// <summary>SYN-RECEIVED by a simultaneous open.</summary>
    public static Script InSynReceivedActively(ScriptStart? start = null) =>
        In(TcpState.SynSent, start).Inject(Syn().Mss(1460)).Expect(SynAck(ack: 1));
}
