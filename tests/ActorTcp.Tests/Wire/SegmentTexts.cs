using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>Segments as packetdrill writes them.</summary>
public sealed class SegmentTexts
{
    private const OptionKinds Syn = OptionKinds.Mss | OptionKinds.SackPermitted | OptionKinds.Timestamps | OptionKinds.WindowScale;

    [Theory]
    [InlineData(ControlBits.Syn, 0, "S 0:0(0) win 65535")]
    [InlineData(ControlBits.Syn | ControlBits.Ack, 0, "S. 0:0(0) ack 1 win 65535")]
    [InlineData(ControlBits.Ack, 0, ". 0:0(0) ack 1 win 65535")]
    [InlineData(ControlBits.Psh | ControlBits.Ack, 10, "P. 0:10(10) ack 1 win 65535")]
    [InlineData(ControlBits.Fin | ControlBits.Ack, 0, "F. 0:0(0) ack 1 win 65535")]
    [InlineData(ControlBits.Rst, 0, "R 0:0(0) win 65535")]
    [InlineData(ControlBits.Syn | ControlBits.Ece | ControlBits.Cwr | ControlBits.Ae, 0, "SEWA 0:0(0) win 65535")]
    [InlineData(ControlBits.Urg | ControlBits.Ack, 1, ".U 0:1(1) ack 1 win 65535 urg 9")]
    [InlineData(ControlBits.None, 0, "- 0:0(0) win 65535")]
    [InlineData(ControlBits.Ack, 1, "[ce] . 0:1(1) ack 1 win 65535", EcnCodepoint.Ce)]
    public void A_letter_a_bit(Enum control, int textLength, string expected, Enum? ecn = null)
    {
        var seg = new Segment { Control = (ControlBits)control, Ack = new SeqNum(1), Wnd = 65535, Up = 9, Text = new byte[textLength], Ecn = (EcnCodepoint)(ecn ?? EcnCodepoint.NotEct) };
        Assert.Equal(expected, SegmentText.Format(in seg));
    }

    [Theory]
    [InlineData(Syn, "<mss 1460,sackOK,TS val 16909060 ecr 4059231220,nop,wscale 7>")]
    [InlineData(OptionKinds.Timestamps, "<nop,nop,TS val 16909060 ecr 4059231220>")]
    [InlineData(OptionKinds.Sack, "<nop,nop,sack 1:501 1001:1501>")]
    [InlineData(OptionKinds.FastOpen, "<FO c0c1c2c3,nop,nop>")]
    [InlineData(OptionKinds.UserTimeout, "<uto 5m>")]
    [InlineData(OptionKinds.Mss | OptionKinds.Unknown | OptionKinds.Malformed, "<mss 1460,unknown,malformed>")]
    public void Options_stand_in_angle_brackets(Enum kinds, string expected)
    {
        var seg = new Segment { Control = ControlBits.Ack, Ack = new SeqNum(0xFFFF_FF00), Options = Samples.Options((OptionKinds)kinds, sackCount: 2, cookieLength: 4) };
        Assert.Equal(". 0:0(0) ack 1 win 0 " + expected, SegmentText.Format(in seg, default, new SeqNum(0xFFFF_FEFF)));
    }

    [Fact]
    public void Numbers_are_relative_to_where_each_side_began_across_the_seam()
    {
        var seg = new Segment { Seq = new SeqNum(5), Ack = new SeqNum(3), Control = ControlBits.Ack, Wnd = 257, Text = "abc"u8 };
        Assert.Equal(". 6:9(3) ack 4 win 257", SegmentText.Format(in seg, new SeqNum(0xFFFF_FFFF), new SeqNum(0xFFFF_FFFF)));
    }

    [Fact]
    public void The_longest_line_fits()
    {
        Span<char> line = stackalloc char[SegmentText.MaxLength];
        foreach (var kinds in new[] { OptionKinds.Sack, OptionKinds.Sack | OptionKinds.Timestamps, OptionKinds.FastOpen | Syn })
        {
            var options = Samples.Options(kinds | OptionKinds.Unknown | OptionKinds.Malformed, cookieLength: 16);
            options.Sacks[..].Fill(new SackBlock(new SeqNum(0xFFFF_FFF0), new SeqNum(0xFFFF_FFF1)));
            (options.TsVal, options.TsEcr) = (uint.MaxValue, uint.MaxValue);
            var max = new SeqNum(uint.MaxValue);
            var seg = new Segment { Seq = max, Ack = max, Control = (ControlBits)0x1FF, Wnd = 0xFFFF, Up = 0xFFFF, Options = options, Text = new byte[65535] };
            Assert.True(SegmentText.TryFormat(in seg, line, out _));
        }
    }

    [Fact]
    public void A_line_too_long_is_cut_before_the_word_that_did_not_fit()
    {
        var seg = new Segment { Control = ControlBits.Syn, Options = Samples.Options(Syn) };
        Span<char> line = stackalloc char[20];
        Assert.False(SegmentText.TryFormat(in seg, line, out var written));
        Assert.Equal("S 0:0(0) win 0 <mss ", line[..written].ToString());
    }
}
