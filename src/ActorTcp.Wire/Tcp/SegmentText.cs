namespace ActorTcp.Wire;

/// <summary>A segment as one line in the words of packetdrill: <c>S. 0:0(0) ack 1 win 65535 &lt;mss 1460,nop,wscale 7&gt;</c>.</summary>
internal static class SegmentText
{
    /// <summary>Characters that suffice for any segment.</summary>
    public const int MaxLength = 320;

    /// <param name="seg">The segment.</param>
    /// <param name="seqBase">Printed as zero: the sender's initial sequence number, for relative numbers.</param>
    /// <param name="ackBase">The same for what is acknowledged.</param>
    public static string Format(in Segment seg, SeqNum seqBase = default, SeqNum ackBase = default)
    {
        Span<char> text = stackalloc char[MaxLength];
        TryFormat(in seg, text, out var written, seqBase, ackBase);
        return new string(text[..written]);
    }

    /// <summary>As <see cref="Format"/>, without allocation; false when the line does not fit.</summary>
    public static bool TryFormat(in Segment seg, Span<char> text, out int written, SeqNum seqBase = default, SeqNum ackBase = default)
    {
        var line = new TextLine(text);
        AppendEcn(ref line, seg.Ecn);
        AppendControl(ref line, seg.Control);
        var start = seg.Seq - seqBase.Value;
        var end = start + (uint)seg.Text.Length;
        line.Append(' ');
        line.AppendRange(start.Value, end.Value);
        line.Append("(", (uint)seg.Text.Length);
        line.Append(')');
        if (seg.HasAck)
            line.Append(" ack ", seg.Ack.After(ackBase));
        line.Append(" win ", seg.Wnd);
        if (seg.HasUrg)
            line.Append(" urg ", seg.Up);
        OptionsText.Append(ref line, seg.Options, ackBase);
        written = line.Length;
        return line.Fits;
    }

    private static void AppendEcn(ref TextLine line, EcnCodepoint ecn)
    {
        if (ecn != EcnCodepoint.NotEct)
        {
            line.Append(ecn switch
            {
                EcnCodepoint.Ect0 => "[ect0] ",
                EcnCodepoint.Ect1 => "[ect1] ",
                _ => "[ce] ",
            });
        }
    }

    /// <summary>A letter a bit, from the lowest: a dot for ACK, W for CWR, A for accurate ECN; a dash for no bit at all.</summary>
    private static void AppendControl(ref TextLine line, ControlBits control)
    {
        const string Letters = "FSRP.UEWA";
        for (var bit = 0; bit < Letters.Length; bit++)
        {
            if (((int)control >> bit & 1) != 0)
                line.Append(Letters[bit]);
        }

        if (control == ControlBits.None)
            line.Append('-');
    }
}
