using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>What <see cref="SegmentWriter"/> writes, <see cref="PacketReader"/> reads.</summary>
public sealed class RoundTrips
{
    [Theory, InlineData(true), InlineData(false)]
    public void Every_field_comes_back(bool v4)
    {
        var text = "forty-two octets of text, give or take one"u8;
        var seg = new Segment
        {
            Seq = new SeqNum(0xFFFF_FFF0),
            Ack = new SeqNum(0x8000_0000),
            Control = ControlBits.Ack | ControlBits.Psh | ControlBits.Urg | ControlBits.Ae | ControlBits.Ece,
            Wnd = 0xFEDC,
            Up = 17,
            Options = Samples.Options(OptionKinds.Timestamps),
            Text = text,
        };
        var tuple = Samples.Tuple(v4);
        var packet = new byte[1500];

        var length = SegmentWriter.Write(packet, in tuple, in Samples.Path, in seg);

        Assert.Equal((v4 ? 52 : 72) + text.Length, length);
        Assert.Equal(DropReason.None, PacketReader.Read(packet.AsSpan(0, length), out var read));
        Assert.Equal(tuple.Reversed, read.Tuple);
        Assert.Equal(PacketKind.Tcp, read.Kind);
        Assert.Equal(v4, read.Ip.IsV4);
        Assert.Equal(IpProtocol.Tcp, read.Ip.Protocol);
        Assert.Equal(Samples.Path.HopLimit, read.Ip.HopLimit);
        Assert.Equal(Samples.Path.TrafficClass, read.Ip.TrafficClass);
        Assert.Equal(v4 ? 0u : Samples.Path.FlowLabel, read.Ip.FlowLabel);
        Assert.Equal(v4 ? Samples.Path.Identification : 0, read.Ip.Identification);
        Assert.True(read.Ip.DontFragment);
        Assert.Equal(seg.Seq, read.Tcp.Seq);
        Assert.Equal(seg.Ack, read.Tcp.Ack);
        Assert.Equal(seg.Control, read.Tcp.Control);
        Assert.Equal(seg.Wnd, read.Tcp.Wnd);
        Assert.Equal(seg.Up, read.Tcp.Up);
        Assert.Equal(0xF1F2_F3F4, read.Tcp.Options.TsEcr);
        Assert.True(read.Tcp.Text.SequenceEqual(text));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Text_that_stands_in_place_gives_the_same_packet(bool v4)
    {
        var seg = new Segment { Control = ControlBits.Ack, Options = Samples.Options(OptionKinds.Timestamps), Text = "in place"u8 };
        var tuple = Samples.Tuple(v4);
        var copied = new byte[200];
        var around = new byte[200];

        var length = SegmentWriter.Write(copied, in tuple, in Samples.Path, in seg);
        seg.Text.CopyTo(around.AsSpan(SegmentWriter.HeaderLength(v4, seg.Options)));

        Assert.Equal(length, SegmentWriter.WriteAround(around, seg.Text.Length, in tuple, in Samples.Path, in seg, in seg.Options));
        Assert.Equal(copied, around);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Octets_behind_the_stated_length_are_ignored(bool v4)
    {
        var packet = new byte[300];
        var seg = new Segment { Control = ControlBits.Syn };
        SegmentWriter.Write(packet, Samples.Tuple(v4), in Samples.Path, in seg);

        Assert.Equal(DropReason.None, PacketReader.Read(packet, out var read));
        Assert.True(read.Tcp.Text.IsEmpty);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_buffer_too_small_is_the_programmers_error(bool v4) => Assert.ThrowsAny<ArgumentException>(() =>
    {
        var seg = new Segment { Text = "x"u8 };
        return SegmentWriter.Write(new byte[v4 ? 40 : 60], Samples.Tuple(v4), in Samples.Path, in seg);
    });

    [Theory, InlineData(true, 65_535 - 40), InlineData(false, 65_535 - 20)]
    public void The_longest_packet_is_as_long_as_IP_can_say(bool v4, int textLength)
    {
        var seg = new Segment { Text = new byte[textLength] };
        var packet = new byte[70_000];
        var length = SegmentWriter.Write(packet, Samples.Tuple(v4), in Samples.Path, in seg);

        Assert.Equal(DropReason.None, PacketReader.Read(packet.AsSpan(0, length), out var read));
        Assert.Equal(textLength, read.Tcp.Text.Length);
        Assert.ThrowsAny<ArgumentException>(() =>
        {
            var longer = new Segment { Text = new byte[textLength + 1] };
            return SegmentWriter.Write(packet, Samples.Tuple(v4), in Samples.Path, in longer);
        });
    }
}
