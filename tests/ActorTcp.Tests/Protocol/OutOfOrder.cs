using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.7.4, seventh and eighth: what comes out of order waits (SHLD-31).</summary>
[Rule("RFC 9293", "SHLD-31")]
public sealed class OutOfOrder
{
    [Fact, Rule("RFC 9293", "MAY-13")]
    [Rule("RFC 5681", "§4.2")]
    public void Text_is_held_and_acknowledged_at_once_so_that_the_peer_sees_the_gap() => In(Established)
        .Inject(Text("world", seq: 6, ack: 1)).Expect(Ack(seq: 1, ack: 1)).ExpectDelivered("")
        .Inject(Text("hello", seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 11)).ExpectDelivered("helloworld");

    [Fact]
    public void A_gap_that_is_filled_in_part_is_acknowledged_at_once_too() => In(Established)
        .Inject(Text("world", seq: 6, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Inject(Text("hel", seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 4)).ExpectDelivered("hel");

    [Fact]
    public void Held_ranges_grow_together() => In(Established)
        .Inject(Text("c", seq: 3, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Inject(Text("e", seq: 5, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Inject(Text("bcdef", seq: 2, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Expect("gaps", 1, tcb => tcb.Reassembly!.Count)
        .Inject(Text("a", seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 7)).ExpectDelivered("abcdef");

    [Fact]
    [SubtleCase(27)]
    public void A_fin_waits_for_the_text_before_it() => In(Established)
        .Inject(FinAck(seq: 6, ack: 1)).Expect(Ack(seq: 1, ack: 1)).ExpectState(Established)
        .Inject(Text("hello", seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 7)).ExpectDelivered("hello").ExpectState(CloseWait);

    [Fact]
    [SubtleCase(27)]
    public void A_fin_with_text_waits_too() => In(FinWait2)
        .Inject(Text("world", seq: 6, ack: 2).With(ControlBits.Fin)).Expect(Ack(seq: 2, ack: 1)).ExpectState(FinWait2)
        .Inject(Text("hello", seq: 1, ack: 2)).Expect(Ack(seq: 2, ack: 12)).ExpectDelivered("helloworld").ExpectState(TimeWait);

    [Fact]
    public void Text_behind_the_fin_is_cut_off() => In(Established)
        .Inject(FinAck(seq: 4, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Inject(Text("abcdefgh", seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 5)).ExpectDelivered("abc").ExpectState(CloseWait);

    [Fact]
    public void Text_that_is_wholly_behind_the_fin_is_answered_and_dropped() => In(Established)
        .Inject(FinAck(seq: 4, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Inject(Text("x", seq: 5, ack: 1)).Expect(Ack(seq: 1, ack: 1)).Expect("gaps", 0, tcb => tcb.Reassembly?.Count ?? 0);

    [Fact]
    public void Text_that_was_held_behind_the_fin_is_cut_off() => In(Established)
        .Inject(Text("defgh", seq: 4, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Inject(FinAck(seq: 6, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Inject(Text("abc", seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 7)).ExpectDelivered("abcde").ExpectState(CloseWait);

    [Fact]
    public void So_is_text_that_was_held_when_the_fin_comes_with_the_text_before_it() => In(Established)
        .Inject(Text("defgh", seq: 4, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Inject(Text("abc", seq: 1, ack: 1).With(ControlBits.Fin)).Expect(Ack(seq: 1, ack: 5)).ExpectDelivered("abc").ExpectState(CloseWait)
        .Expect("gaps", 0, tcb => tcb.Reassembly!.Count);

    [Fact]
    public void A_fin_behind_a_full_window_is_taken_with_the_last_octet() => In(Established, new ConnectionSettings { ReceiveBuffer = 5 })
        .Inject(Text("hello", seq: 1, ack: 1).With(ControlBits.Fin)).Expect(Ack(seq: 1, ack: 7).Win(0)).ExpectState(CloseWait);

    [Fact]
    public void More_gaps_than_are_followed_are_dropped_and_come_again()
    {
        var script = In(Established);
        for (uint gap = 0; gap < RangeSet.Capacity; gap++)
        {
            script.Inject(Text(1, seq: 2 + 2 * gap, ack: 1)).Expect(Ack(seq: 1, ack: 1));
        }

        script
            .Inject(Text(1, seq: 2 + 2 * RangeSet.Capacity, ack: 1)).Expect(Ack(seq: 1, ack: 1))
            .Expect("gaps", RangeSet.Capacity, tcb => tcb.Reassembly!.Count)
            .Inject(Text(2 * RangeSet.Capacity, seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 1 + 2 * RangeSet.Capacity))
            .ExpectDelivered(2 * RangeSet.Capacity)
            .Expect("gaps", 0, tcb => tcb.Reassembly!.Count);
    }

    [Fact]
    public void Whatever_the_pieces_and_their_order_the_stream_is_whole()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var length = random.Next(1, 3000);
            var start = new ScriptStart { Irs = unchecked((uint)-random.Next(4000)) };
            var machine = In(Established, start).Machine;
            var (irs, iss) = (new SeqNum(start.Irs), new SeqNum(start.Iss));
            while (machine.Text.Received.Count < length)
            {
                var from = random.Next(length);
                var size = random.Next(1, Math.Min(length - from, 400) + 1);
                machine.Arrives(Text(size, seq: 1 + (uint)from, ack: 1).Absolute(irs, iss));
                machine.Call((tcb, fx) => ReceiveCall.Process(tcb, random.Next(tcb.Rcv.Unread + 1), fx));
            }

            Assert.Equal(Octets.At(1, length), machine.Text.Received);
        }
    }
}
