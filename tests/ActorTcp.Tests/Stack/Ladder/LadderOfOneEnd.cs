using ActorTcp.Protocol;
using ActorTcp.Stack;
using static ActorTcp.Protocol.Cause;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Tests.Stack.Told;
using static ActorTcp.Wire.ControlBits;

namespace ActorTcp.Tests.Stack;

/// <summary>Only our end has told; the peer's states are inferred from its segments.</summary>
public sealed class LadderOfOneEnd
{
    [Fact]
    public void Shows_handshake_text_and_teardown_with_the_states_of_both_sides() =>
        Shows(
            """
                               peer                                    us
                 ms       10.76.0.1:40112                          10.77.0.1:7
                          CLOSED │                                      │ LISTEN
              0.000     SYN-SENT ├── SYN seq 0 ────────────────────────►│ SYN-RECEIVED
              0.000  ESTABLISHED │◄────────────── SYN-ACK seq 0 ack 1 ──┤
             20.000              ├── ACK seq 1 ack 1 ──────────────────►│ ESTABLISHED
             20.000              ├── PSH-ACK seq 1 ack 1 len 5 ────────►│
             20.000              │◄─────── PSH-ACK seq 1 ack 6 len 11 ──┤
             40.000   FIN-WAIT-1 ├── FIN-ACK seq 6 ack 12 ─────────────►│ CLOSE-WAIT
             40.000   FIN-WAIT-2 │◄───────────────── ACK seq 12 ack 7 ──┤
             70.000    TIME-WAIT │◄───────────── FIN-ACK seq 12 ack 7 ──┤ LAST-ACK
             90.000              ├── ACK seq 7 ack 13 ─────────────────►│ CLOSED
            """,
            ByTheServer);

    [Fact]
    public void Puts_us_on_the_left_where_we_have_sent_the_syn() =>
        Shows(
            """
                                us                                    peer
                 ms         10.77.0.1:7                          10.76.0.1:40112
                          CLOSED │                                      │ LISTEN
              0.000     SYN-SENT ├── SYN seq 0 ────────────────────────►│ SYN-RECEIVED
             20.000  ESTABLISHED │◄────────────── SYN-ACK seq 0 ack 1 ──┤
             20.000              ├── ACK seq 1 ack 1 ──────────────────►│ ESTABLISHED
             20.000              ├── PSH-ACK seq 1 ack 1 len 5 ────────►│
             40.000              │◄─────── PSH-ACK seq 1 ack 6 len 11 ──┤
             40.000   FIN-WAIT-1 ├── FIN-ACK seq 6 ack 12 ─────────────►│ CLOSE-WAIT
             60.000   FIN-WAIT-2 │◄───────────────── ACK seq 12 ack 7 ──┤
             90.000    TIME-WAIT │◄───────────── FIN-ACK seq 12 ack 7 ──┤ LAST-ACK
             90.000              ├── ACK seq 7 ack 13 ─────────────────►│ CLOSED
            """,
            ByTheClient);

    [Fact]
    public void Says_why_a_segment_is_sent_and_why_a_state_is_left() =>
        Shows(
            """
                               peer                                    us
                  s       10.76.0.1:40112                          10.77.0.1:7
                          CLOSED │                                      │ LISTEN
              0.000     SYN-SENT ├── SYN seq 0 ────────────────────────►│ SYN-RECEIVED
              0.000              │◄────────────── SYN-ACK seq 0 ack 1 ──┤
              1.000              │◄────────────── SYN-ACK seq 0 ack 1 ──┤               retransmission
              3.000              │◄────────────── SYN-ACK seq 0 ack 1 ──┤               retransmission
             63.000              │                                      │ CLOSED        user timeout
            """,
            In(0, Syn, 1000),
            Moved(0, Listen, SynArrives, SynReceived),
            Out(0, Syn | Ack, 5000, 1001, reason: SendReason.SynAck),
            Out(1000, Syn | Ack, 5000, 1001, reason: SendReason.Retransmission),
            Out(3000, Syn | Ack, 5000, 1001, reason: SendReason.Retransmission),
            Moved(63000, SynReceived, Cause.UserTimeout, Closed),
            Was(63000, Signal.ConnectionTimedOut));

    [Fact]
    public void Takes_the_syn_ack_that_is_answered_for_the_one_that_arrived() =>
        Shows(
            """
                               peer                                    us
                  s       10.76.0.1:40112                          10.77.0.1:7
                          CLOSED │                                      │ LISTEN
              0.000     SYN-SENT ├── SYN seq 0 ────────────────────────►│ SYN-RECEIVED
              0.000              │◄────────────── SYN-ACK seq 0 ack 1 ──┤
              1.000  ESTABLISHED │◄────────────── SYN-ACK seq 0 ack 1 ──┤               retransmission
              1.020              ├── ACK seq 1 ack 1 ──────────────────►│ ESTABLISHED
            """,
            In(0, Syn, 1000),
            Moved(0, Listen, SynArrives, SynReceived),
            Out(0, Syn | Ack, 5000, 1001, reason: SendReason.SynAck),
            Out(1000, Syn | Ack, 5000, 1001, reason: SendReason.Retransmission),
            In(1020, Ack, 1001, 5001),
            Moved(1020, SynReceived, AckOfSynArrives, Established));

    [Fact]
    public void Says_how_much_of_a_long_history_is_not_kept()
    {
        HistoryEntry[] kept = [.. ByTheServer[..8], In(9000, Ack, 90001, 70001)];
        Assert.Contains("1234 events are", Ladder.Of(new LadderEnd("server", kept, Forgotten: 1234), "client").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Begins_at_the_final_ack_where_a_cookie_stood_in_for_the_syn() =>
        Shows(
            """
                               peer                                    us
                 ms       10.76.0.1:40112                          10.77.0.1:7
                        SYN-SENT │                                      │ LISTEN
                                 │                                      │ SYN-RECEIVED  its SYN was not kept
              0.000  ESTABLISHED ├── ACK seq 1 ack 1 ──────────────────►│ ESTABLISHED
              0.000              ├── PSH-ACK seq 1 ack 1 len 5 ────────►│
            """,
            Moved(40, Listen, SynArrives, SynReceived),
            In(40, Ack, 1001, 5001),
            Moved(40, SynReceived, AckOfSynArrives, Established),
            In(40, Psh | Ack, 1001, 5001, 5));

    private static void Shows(string expected, params HistoryEntry[] history) =>
        Drawings.Equal(expected, Ladder.Of(new LadderEnd("us\n10.77.0.1:7", history), "peer\n10.76.0.1:40112"));
}
