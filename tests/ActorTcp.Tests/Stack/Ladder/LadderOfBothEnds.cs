using ActorTcp.Protocol;
using ActorTcp.Stack;
using static ActorTcp.Protocol.Cause;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Tests.Stack.Told;
using static ActorTcp.Wire.ControlBits;

namespace ActorTcp.Tests.Stack;

/// <summary>Both ends have told: what was lost, delayed or duplicated shows.</summary>
public sealed class LadderOfBothEnds
{
    [Fact]
    public void Shows_each_segment_once_with_what_it_does_at_both_ends() =>
        Shows(
            """
                 ms              A                                      B
                          CLOSED │                                      │ LISTEN
              0.000     SYN-SENT ├── SYN seq 0 ────────────────────────►│ SYN-RECEIVED
             10.000  ESTABLISHED │◄────────────── SYN-ACK seq 0 ack 1 ──┤
             20.000              ├── ACK seq 1 ack 1 ──────────────────►│ ESTABLISHED
             20.000              ├── PSH-ACK seq 1 ack 1 len 5 ────────►│
             30.000              │◄─────── PSH-ACK seq 1 ack 6 len 11 ──┤
             40.000   FIN-WAIT-1 ├── FIN-ACK seq 6 ack 12 ─────────────►│ CLOSE-WAIT
             50.000   FIN-WAIT-2 │◄───────────────── ACK seq 12 ack 7 ──┤
             80.000    TIME-WAIT │◄───────────── FIN-ACK seq 12 ack 7 ──┤ LAST-ACK
             90.000              ├── ACK seq 7 ack 13 ─────────────────►│ CLOSED
            """,
            ByTheClient,
            ByTheServer);

    [Fact]
    public void Shows_what_was_lost() =>
        Shows(
            """
                  s              A                                      B
                          CLOSED │                                      │ LISTEN
              0.000     SYN-SENT ├── SYN seq 0 ────────────×            │
              1.000              ├── SYN seq 0 ────────────────────────►│ SYN-RECEIVED  retransmission
              1.010  ESTABLISHED │◄────────────── SYN-ACK seq 0 ack 1 ──┤
            """,
            [
                Moved(0, Closed, ActiveOpen, SynSent),
                Out(0, Syn, 1000),
                Out(1000, Syn, 1000, reason: SendReason.Retransmission),
                In(1020, Syn | Ack, 5000, 1001),
                Moved(1020, SynSent, SynAckArrives, Established),
            ],
            [
                In(1010, Syn, 1000),
                Moved(1010, Listen, SynArrives, SynReceived),
                Out(1010, Syn | Ack, 5000, 1001),
            ]);

    /// <summary>RFC 9293 §3.5, Figure 7.</summary>
    [Fact]
    public void Lets_segments_cross() =>
        Shows(
            """
                 ms              A                                      B
                          CLOSED │                                      │ CLOSED
              0.000     SYN-SENT ├── SYN seq 0 ────────────···          │
              5.000 SYN-RECEIVED │◄──────────────────────── SYN seq 0 ──┤ SYN-SENT
             10.000              │          ···─────────── SYN seq 0 ──►│ SYN-RECEIVED
             10.000              ├── SYN-ACK seq 0 ack 1 ──────────────►│ ESTABLISHED
             10.000  ESTABLISHED │◄────────────── SYN-ACK seq 0 ack 1 ──┤
            """,
            [
                Moved(0, Closed, ActiveOpen, SynSent),
                Out(0, Syn, 1000),
                In(10, Syn, 5000),
                Moved(10, SynSent, SynArrives, SynReceived),
                Out(10, Syn | Ack, 1000, 5001),
                In(20, Syn | Ack, 5000, 1001),
                Moved(20, SynReceived, AckOfSynArrives, Established),
            ],
            [
                Moved(5, Closed, ActiveOpen, SynSent),
                Out(5, Syn, 5000),
                In(10, Syn, 1000),
                Moved(10, SynSent, SynArrives, SynReceived),
                Out(10, Syn | Ack, 5000, 1001),
                In(20, Syn | Ack, 1000, 5001),
                Moved(20, SynReceived, AckOfSynArrives, Established),
            ]);

    /// <summary>RFC 9293 §3.5, Figure 8.</summary>
    [Fact]
    public void Shows_an_old_duplicate_that_comes_from_an_earlier_connection() =>
        Shows(
            """
                 ms              A                                      B
                          CLOSED │                                      │ LISTEN
              0.000     SYN-SENT ├── SYN seq 0 ────────────···          │
              5.000              │        ···────────── SYN seq -100 ──►│ SYN-RECEIVED
              5.000              │◄──────────── SYN-ACK seq 0 ack -99 ──┤
             15.000              ├── RST seq -99 ──────────────────────►│ LISTEN
             26.000              │          ···─────────── SYN seq 0 ──►│ SYN-RECEIVED
            """,
            [
                Moved(0, Closed, ActiveOpen, SynSent),
                Out(0, Syn, 1000),
                In(15, Syn | Ack, 5000, 901),
                Out(15, Rst, 901, reason: SendReason.Reset),
            ],
            [
                In(5, Syn, 900),
                Moved(5, Listen, SynArrives, SynReceived),
                Out(5, Syn | Ack, 5000, 901),
                In(25, Rst, 901),
                Moved(25, SynReceived, ResetArrives, Listen),
                In(26, Syn, 1000),
                Moved(26, Listen, SynArrives, SynReceived),
            ]);

    private static void Shows(string expected, HistoryEntry[] left, HistoryEntry[] right) =>
        Drawings.Equal(expected, Ladder.Between(new LadderEnd("A", left), new LadderEnd("B", right)));
}
