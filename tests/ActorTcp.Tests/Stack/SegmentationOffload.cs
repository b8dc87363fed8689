using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>Over a device that cuts and joins segments, what is due at once leaves as one; the machine decides as ever.</summary>
public sealed class SegmentationOffload
{
    private const int Mss = 536;   // of a peer that names none
    private static readonly byte[] Answer = Octets.At(1, (9 * Mss) + 100);

    [Fact]
    public void Segments_due_at_once_leave_as_one()
    {
        var stack = Answering(offloads: true, out var peer);
        peer.Sends(Text("?", seq: 1, ack: 1));

        var answer = peer.Next();
        Assert.Equal(Answer, answer.Text);
        Assert.Equal(ControlBits.Ack | ControlBits.Psh, answer.Control);
        Assert.Equal(Mss, stack.Device.SegmentSizes[^1]);
        Assert.Equal(1, stack.Count(Counter.SuperSegmentsOut));
        Assert.Equal(1 + 10, stack.Count(Counter.SegmentsOut));
        Assert.Equal(0, stack.Count(Counter.ShardsWithoutOffload));
    }

    [Fact]
    public void Over_another_device_they_leave_one_by_one()
    {
        var stack = Answering(offloads: false, out var peer);
        peer.Sends(Text("?", seq: 1, ack: 1));

        Assert.Equal(10, peer.Receives().Count);
        Assert.All(stack.Device.SegmentSizes, size => Assert.Equal(0, size));
        Assert.Equal(1, stack.Count(Counter.ShardsWithoutOffload));
    }

    [Fact]
    public void The_history_shows_each_segment()
    {
        var stack = Answering(offloads: true, out var peer);
        peer.Sends(Text("?", seq: 1, ack: 1));

        var history = stack.Router.Flows.ToArray()[0].History!.ToArray();
        Assert.Equal(10, history.Count(entry => entry is { Kind: HistoryEntryKind.SegmentOut, TextLength: > 0 }));
    }

    [Fact]
    public void What_is_lost_of_a_super_segment_is_repeated_by_itself()
    {
        Answering(offloads: true, out var peer);
        peer.Sends(Text("?", seq: 1, ack: 1));
        peer.Receives();

        for (var i = 0; i < 4; i++)
        {
            peer.Sends(Ack(seq: 2, ack: 1 + Mss));
        }

        Assert.Equal(Answer[Mss..(2 * Mss)], peer.Receives()[^1].Text);
    }

    [Fact, Rule("RFC 9293", "SHLD-19")]
    public void A_super_segment_that_arrives_is_acknowledged_once_and_at_once()
    {
        var stack = Answering(offloads: true, out var peer);
        stack.Device.Arrived = new PacketOffload(PacketChecksum.Verified, Mss);
        peer.Sends(Text(10 * Mss, seq: 1, ack: 1));

        Assert.Equal(1u + (10 * Mss), peer.Next().Ack.Value - peer.Isn.Value);
        Assert.Equal(1 + 1 + 10, stack.Count(Counter.SegmentsIn));
        Assert.Equal(1, stack.Count(Counter.SuperSegmentsIn));
    }

    [Fact]
    public void What_a_device_wants_in_front_of_its_packets_is_left_to_it_by_all_that_look_on()
    {
        var lines = new StringWriter();
        var memory = new MemoryDevice { Headroom = 10 };
        IPacketDevice device = new TracingDevice(new PcapDevice(memory, new PcapFile(Stream.Null, TimeProvider.System)), lines, new ManualTimeProvider());
        byte[] packet = SynFrom("10.9.0.1:1000");
        memory.Arriving.Enqueue(packet);
        var buffer = new byte[200];

        Assert.Equal(10, device.Headroom);
        Assert.Equal(packet.Length, device.Read(buffer, out _));
        Assert.Equal(packet, buffer[10..(10 + packet.Length)]);
        device.Write(buffer.AsSpan(0, 10 + packet.Length), default);
        Assert.Equal(packet, memory.Written.Single());
        Assert.Equal(2, lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Contains(" S 0:0(0) win ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_device_that_looks_on_hands_the_offer_on_and_one_that_spoils_packets_does_not()
    {
        Assert.True(new PcapDevice(new MemoryDevice { Offloads = true }, new PcapFile(Stream.Null, TimeProvider.System)).TryOffload());
        Assert.True(new TracingDevice(new MemoryDevice { Offloads = true }, TextWriter.Null, TimeProvider.System).TryOffload());
        Assert.False(((IPacketDevice)new FaultyDevice(new MemoryDevice { Offloads = true }, new Faults())).TryOffload());
    }

    [Fact]
    public void A_trace_shows_a_super_segment_as_one()
    {
        var lines = new StringWriter();
        var device = new TracingDevice(new MemoryDevice { Offloads = true }, lines, new ManualTimeProvider());
        var packet = new byte[5000];
        var tuple = new FourTuple(IpAddr.Parse("10.1.0.1"), 80, IpAddr.Parse("10.9.0.1"), 1000);
        var length = SegmentWriter.WriteAround(packet, 4 * Mss, in tuple, PathAttributes.Default, new Segment { Control = ControlBits.Ack }, options: default, isWhole: false);

        device.Write(packet.AsSpan(0, length), new PacketOffload(PacketChecksum.PseudoHeader, Mss));

        Assert.Equal("0.000000 > 10.1.0.1:80 > 10.9.0.1:1000 . 0:2144(2144) ack 0 win 0", lines.ToString().TrimEnd());
    }

    private static byte[] SynFrom(string endPoint)
    {
        var packet = new byte[100];
        var remote = System.Net.IPEndPoint.Parse(endPoint);
        var tuple = new FourTuple(IpAddr.From(remote.Address), (ushort)remote.Port, IpAddr.Parse("10.1.0.1"), 80);
        return packet[..SegmentWriter.Write(packet, in tuple, PathAttributes.Default, new Segment { Control = ControlBits.Syn })];
    }

    private static LoneStack Answering(bool offloads, out Stranger peer)
    {
        var stack = new LoneStack(offloads: offloads);
        stack.Listen(new ListenOptions { Port = 80, Connection = ConnectionSettings.Default with { Nagle = false }, Protocol = new AnswerToOne() });
        peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        return stack;
    }

    /// <summary>Answers a text of one octet, and takes all others.</summary>
    private sealed class AnswerToOne : InlineProtocol
    {
        public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
        {
            if (text.Length == 1)
            {
                connection.Send(Answer);
            }

            return text.Length;
        }
    }
}
