using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Stack;

/// <summary>Which segments can share a header.</summary>
public sealed class SuperSegments
{
    private const int Mss = 1460;

    [Fact]
    public void Are_as_many_as_IP_can_say_the_length_of()
    {
        Assert.Equal(44, Together(Row(60)));
        Assert.Equal(44, SuperSegment.Count(Effects(Row(60)), 0, isV4: false));
    }

    [Fact]
    public void End_with_one_that_is_shorter_or_pushed_or_the_last()
    {
        Assert.Equal(3, Together([Text(0), Text(1), Text(2) with { TextLength = 5 }, Text(3)]));
        Assert.Equal(2, Together([Text(0), Text(1) with { Control = ControlBits.Ack | ControlBits.Psh }, Text(2)]));
        Assert.Equal(2, Together([Text(0), Text(1) with { Control = ControlBits.Ack | ControlBits.Fin }]));
        Assert.Equal(1, Together([Text(0) with { Control = ControlBits.Ack | ControlBits.Psh }, Text(1)]));
    }

    [Fact]
    public void Are_adjacent_and_equal_in_all_else()
    {
        Assert.Equal(1, Together([Text(0), Text(2)]));
        Assert.Equal(1, Together([Text(0), Text(1) with { TextLength = Mss + 1 }]));
        Assert.Equal(1, Together([Text(0), Text(1) with { Ack = new SeqNum(9) }]));
        Assert.Equal(1, Together([Text(0), Text(1) with { Wnd = 9 }]));
        Assert.Equal(1, Together([Text(0), Text(1) with { Ecn = EcnCodepoint.Ect0 }]));
        Assert.Equal(1, Together([Text(0), Text(1) with { Options = new TcpOptions { Present = OptionKinds.Timestamps } }]));
        Assert.Equal(1, Together([Text(0), Text(1) with { Control = ControlBits.Ack | ControlBits.Urg }]));
        Assert.Equal(1, Together([Text(0), Text(1) with { TextLength = 0 }]));
    }

    [Fact]
    public void Are_none_without_text_or_with_what_only_one_segment_can_say()
    {
        Assert.Equal(1, Together([Text(0) with { TextLength = 0 }, Text(0)]));
        Assert.Equal(1, Together([Text(0) with { Control = ControlBits.Ack | ControlBits.Cwr }, Text(1)]));
        Assert.Equal(1, Together([Text(0) with { Options = new TcpOptions { Present = OptionKinds.Sack } }, Text(1) with { Options = new TcpOptions { Present = OptionKinds.Sack } }]));
    }

    [Fact]
    public void Do_not_reach_over_another_effect()
    {
        var effects = Effects([Text(0), Text(1)]);
        effects.Release(1);
        effects.Send(Text(2));

        Assert.Equal(2, SuperSegment.Count(effects, 0, isV4: true));
    }

    private static OutgoingSegment Text(int place) => new() { Seq = new SeqNum((uint)(place * Mss)), Control = ControlBits.Ack, TextLength = Mss, Reason = SendReason.Text };

    private static OutgoingSegment[] Row(int count) => [.. Enumerable.Range(0, count).Select(Text)];

    private static int Together(OutgoingSegment[] segments) => SuperSegment.Count(Effects(segments), 0, isV4: true);

    private static EffectList Effects(OutgoingSegment[] segments)
    {
        var effects = new EffectList();
        foreach (var segment in segments)
        {
            effects.Send(in segment);
        }

        return effects;
    }
}
