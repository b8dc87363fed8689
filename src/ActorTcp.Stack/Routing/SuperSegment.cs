using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Segments that are due at once and continue one another can cross the device under one header, as Linux' TSO has it. The machine decides segment by segment all the same.</summary>
internal static class SuperSegment
{
    /// <summary>How many segments from <paramref name="first"/> on make up one: all as long as the first but the last, which may be shorter and alone may carry PSH and FIN.</summary>
    /// <returns>1 where there is nothing to put together.</returns>
    public static int Count(EffectList effects, int first, bool isV4)
    {
        ref readonly var head = ref effects[first].Segment;
        if (head.TextLength == 0 || (head.Control & ~ControlBits.Ece) != ControlBits.Ack || head.Options.Has(OptionKinds.Sack))
        {
            return 1;
        }

        var room = ushort.MaxValue - SegmentWriter.HeaderLength(isV4, in head.Options) - head.TextLength;
        var count = 1;
        for (var end = head.Seq + (uint)head.TextLength; first + count < effects.Count; count++)
        {
            ref readonly var next = ref effects[first + count];
            if (next.Kind != EffectKind.Send || next.Segment.Seq != end || next.Segment.TextLength > room || !Continues(in head, in next.Segment))
            {
                break;
            }

            end += (uint)next.Segment.TextLength;
            room -= next.Segment.TextLength;
            if (next.Segment.TextLength < head.TextLength || next.Segment.Control != head.Control)
            {
                return count + 1;
            }
        }

        return count;
    }

    private static bool Continues(in OutgoingSegment head, in OutgoingSegment next) =>
        next.TextLength > 0
        && next.TextLength <= head.TextLength
        && next.Ack == head.Ack
        && next.Wnd == head.Wnd
        && next.Ecn == head.Ecn
        && (next.Control & ~(ControlBits.Psh | ControlBits.Fin)) == head.Control
        && next.Options.Present == head.Options.Present
        && next.Options.TsVal == head.Options.TsVal
        && next.Options.TsEcr == head.Options.TsEcr;
}
