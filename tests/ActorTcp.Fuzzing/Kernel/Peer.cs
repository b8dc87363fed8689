using System.Globalization;
using System.Text;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>The other end of one stack's connection: it knows what that stack has said, makes packets of steps, and puts answers into words that can be compared.</summary>
internal sealed class Peer(FourTuple tuple, uint isn)
{
    private const int FarAhead = 16_000;
    private readonly byte[] _packet = new byte[2048];
    private readonly SeqNum _isn = new(isn);
    private SeqNum? _theirIsn;
    private SeqNum _theirNxt;
    private SeqNum _acknowledged;
    private SeqNum _nxt = new(isn);
    private SeqNum _edge = new(isn);
    private int _shift;
    private uint _timestamp = 1000;
    private uint _theirTimestamp;

    /// <summary>There is no connection now, so what was said of a window holds no more.</summary>
    public void Forget() => _edge = _nxt + 1000;

    public SegmentCopy Resolve(SegmentStep step)
    {
        var hasAck = step.Has(ControlBits.Ack);
        var ack = hasAck ? Number(step.Ack, _theirNxt, _acknowledged, _theirIsn ?? default) : default;
        _acknowledged = hasAck && step.Ack == (Anchor.Next, 0) ? ack : _acknowledged;
        return new SegmentCopy(Number(step.Seq, _nxt, _edge, _isn), ack, step.Control, step.Window, Octets.At(1, step.Text)) { Options = Options(step) };
    }

    public ReadOnlySpan<byte> Packet(SegmentCopy segment) =>
        _packet.AsSpan(0, SegmentWriter.Write(_packet, tuple.Reversed, PathAttributes.Default, segment.AsSegment()));

    /// <summary>Takes note of an answer and says it without what two stacks may choose freely: window, timestamps, window scale, PSH.</summary>
    public string Hear(SegmentCopy seg)
    {
        if ((seg.Control & ControlBits.Syn) != 0)
        {
            (_theirIsn, _acknowledged) = (seg.Seq, seg.Seq);
            _shift = seg.Options.Has(OptionKinds.WindowScale) ? seg.Options.WindowScale : 0;
        }

        var words = new StringBuilder();
        var seq = _theirIsn is { } theirs && (seg.Control & ControlBits.Rst, seg.Seq.Value) != (ControlBits.Rst, 0) ? seg.Seq - theirs : seg.Seq - default(SeqNum);
        words.Append(CultureInfo.InvariantCulture, $"{seg.Control & ~ControlBits.Psh} seq {seq}");
        if (seg.Text.Length > 0)
        {
            words.Append(CultureInfo.InvariantCulture, $" ({seg.Text.Length})");
        }

        if ((seg.Control & ControlBits.Ack) != 0)
        {
            words.Append(CultureInfo.InvariantCulture, $" ack {seg.Ack - _isn}");
        }

        Say(words, seg.Options);
        if ((seg.Control & ControlBits.Rst) == 0)
        {
            var end = seg.AsSegment().End;
            _theirNxt = end > _theirNxt || (seg.Control & ControlBits.Syn) != 0 ? end : _theirNxt;
            _theirTimestamp = seg.Options.TsVal;
            if ((seg.Control & ControlBits.Ack) != 0)
            {
                _nxt = seg.Ack;
                _edge = _nxt + ((uint)seg.Wnd << ((seg.Control & ControlBits.Syn) != 0 ? 0 : _shift));
            }
        }

        return words.ToString();
    }

    private void Say(StringBuilder words, in TcpOptions options)
    {
        words.Append(CultureInfo.InvariantCulture, $"{(options.Has(OptionKinds.Mss) ? $" mss {options.Mss}" : "")}");
        words.Append(options.Has(OptionKinds.WindowScale) ? " wscale" : "").Append(options.Has(OptionKinds.SackPermitted) ? " sackOK" : "");
        words.Append(CultureInfo.InvariantCulture, $"{(options.Has(OptionKinds.Timestamps) ? $" TS ecr {options.TsEcr}" : "")}");
        for (var i = 0; i < options.SackCount; i++)
        {
            words.Append(CultureInfo.InvariantCulture, $" sack {Place(options.Sacks[i].Left)}:{Place(options.Sacks[i].Right)}");
        }
    }

    /// <summary>A number far ahead was counted from the right edge, which is another one for each stack.</summary>
    private string Place(SeqNum number) => number - _nxt > FarAhead ? "far" : FormattableString.Invariant($"{number - _isn}");

    private TcpOptions Options(SegmentStep step)
    {
        _timestamp += step.Stamp == Stamp.Newer ? 1u : 0;
        return new TcpOptions
        {
            Present = (step.Has(ControlBits.Syn) ? step.SynOptions : 0) | (step.Stamp == Stamp.None ? 0 : OptionKinds.Timestamps),
            Mss = step.Mss,
            WindowScale = step.WindowScale,
            TsVal = step.Stamp == Stamp.Older ? _timestamp - 500 : _timestamp,
            TsEcr = step.Has(ControlBits.Ack) ? _theirTimestamp : 0,
        };
    }

    private static SeqNum Number((Anchor From, int Offset) at, SeqNum next, SeqNum edge, SeqNum initial) =>
        (at.From switch { Anchor.Next => next, Anchor.Edge => edge, Anchor.Initial => initial }) + unchecked((uint)at.Offset);
}
