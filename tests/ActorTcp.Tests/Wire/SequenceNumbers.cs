using ActorTcp.Testing;
using ActorTcp.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTcp.Tests.Wire;

/// <summary>RFC 9293 §3.4: arithmetic on the circle, at its seams above all.</summary>
public sealed class SequenceNumbers
{
    private const uint HalfCircle = 0x8000_0000;

    /// <summary>One draw in two lies within three octets of a place where unsigned or signed 32-bit arithmetic turns over.</summary>
    private static readonly Arbitrary<uint> Numbers = Arb.From(Gen.OneOf(
        from seam in Gen.Elements(0u, 0x7FFF_FFFFu, HalfCircle, 0xFFFF_FFFFu)
        from distance in Gen.Choose(-3, 3)
        select unchecked(seam + (uint)distance),
        from high in Gen.Choose(0, 0xFFFF)
        from low in Gen.Choose(0, 0xFFFF)
        select (uint)high << 16 | (uint)low));

    [Fact]
    public void Adding_and_taking_away_come_back() => Holds((a, n) => new SeqNum(a) + n - n == new SeqNum(a));

    [Fact]
    public void The_distance_leads_from_one_number_to_the_other() => Holds((a, b) =>
        new SeqNum(a) + new SeqNum(b).After(new SeqNum(a)) == new SeqNum(b)
        && new SeqNum(a) + (uint)(new SeqNum(b) - new SeqNum(a)) == new SeqNum(b));

    [Fact]
    public void Of_two_different_numbers_exactly_one_is_ahead() => Holds((a, b) =>
    {
        SeqNum x = new(a), y = new(b);
        return a == b || unchecked(a - b) == HalfCircle || x < y ^ y < x;
    });

    [Fact]
    public void Not_less_is_greater_or_equal() => Holds((a, b) =>
    {
        SeqNum x = new(a), y = new(b);
        return unchecked(a - b) == HalfCircle || (x < y) != (x >= y) && (x > y) != (x <= y);
    });

    [Fact]
    public void Order_does_not_depend_on_where_the_circle_starts() => Holds((a, b) =>
        new SeqNum(a) < new SeqNum(b) == new SeqNum(a) + 0x1234_5678 < new SeqNum(b) + 0x1234_5678);

    [Fact]
    public void A_window_holds_as_many_numbers_as_it_is_long() => Holds((start, length) =>
    {
        var first = new SeqNum(start);
        return length == 0
            ? !first.IsIn(first, 0)
            : first.IsIn(first, length) && (first + (length - 1)).IsIn(first, length) && !(first + length).IsIn(first, length);
    });

    [Fact]
    public void The_later_and_the_earlier_are_the_two() => Holds((a, b) =>
    {
        SeqNum x = new(a), y = new(b);
        return unchecked(a - b) == HalfCircle || SeqNum.Max(x, y) - SeqNum.Min(x, y) >= 0 && (SeqNum.Max(x, y) == x || SeqNum.Min(x, y) == x);
    });

    [Theory]
    [InlineData(0x7FFF_FFFFu, 0x8000_0000u)]
    [InlineData(0xFFFF_FFFFu, 0x0000_0000u)]
    [InlineData(0x8000_0000u, 0x8000_0001u)]
    [InlineData(0x0000_0000u, 0x7FFF_FFFFu)]
    [InlineData(0xFFFF_FFFFu, 0x7FFF_FFFEu)]
    [SubtleCase(37)]
    public void The_second_is_ahead_of_the_first(uint behind, uint ahead)
    {
        Assert.True(new SeqNum(behind) < new SeqNum(ahead));
        Assert.True(new SeqNum(ahead) > new SeqNum(behind));
        Assert.False(new SeqNum(ahead) <= new SeqNum(behind));
    }

    [Fact]
    public void Opposite_numbers_have_no_order_and_each_passes_for_the_smaller() =>
        Assert.True(new SeqNum(0) < new SeqNum(HalfCircle) && new SeqNum(HalfCircle) < new SeqNum(0));

    [Theory, InlineData(ControlBits.Syn, 4u), InlineData(ControlBits.Fin, 4u), InlineData(ControlBits.Syn | ControlBits.Fin, 5u), InlineData(ControlBits.Rst, 3u)]
    public void Syn_and_fin_count_in_the_length_of_a_segment(Enum control, uint length)
    {
        var seg = new Segment { Seq = new SeqNum(0xFFFF_FFFE), Control = (ControlBits)control, Text = "abc"u8 };
        Assert.Equal(length, seg.Len);
        Assert.Equal(new SeqNum(unchecked(0xFFFF_FFFE + length)), seg.End);
    }

    private static void Holds(Func<uint, uint, bool> property) =>
        Prop.ForAll(Numbers, Numbers, property).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000).WithReplay(9293, 1));
}
