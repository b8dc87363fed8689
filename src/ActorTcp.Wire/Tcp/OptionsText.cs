namespace ActorTcp.Wire;

/// <summary>Options in the words of packetdrill, in angle brackets.</summary>
/// <remarks>
/// They are held as values, so they are printed in the order and with the padding of <see cref="OptionsWriter"/>;
/// <c>unknown</c> and <c>malformed</c> say that a received segment had others.
/// </remarks>
internal static class OptionsText
{
    public static void Append(ref TextLine line, in TcpOptions options, SeqNum ackBase)
    {
        if (options.Present == OptionKinds.None)
            return;
        Span<byte> octets = stackalloc byte[OptionsWriter.MaxLength];
        var walk = new OptionWalk(octets[..OptionsWriter.Write(octets, in options)]);
        line.Append(" <");
        while (walk.MoveNext())
        {
            AppendOption(ref line, walk.Kind, walk.Body, in options, ackBase);
            line.Append(',');
        }

        if (options.Has(OptionKinds.Unknown))
            line.Append("unknown,");
        if (options.Has(OptionKinds.Malformed))
            line.Append("malformed,");
        line.ReplaceLast('>');
    }

    private static void AppendOption(ref TextLine line, OptionKind kind, scoped ReadOnlySpan<byte> body, in TcpOptions options, SeqNum ackBase)
    {
        switch (kind)
        {
            case OptionKind.NoOperation:
                line.Append("nop");
                break;
            case OptionKind.Mss:
                line.Append("mss ", options.Mss);
                break;
            case OptionKind.WindowScale:
                line.Append("wscale ", options.WindowScale);
                break;
            case OptionKind.SackPermitted:
                line.Append("sackOK");
                break;
            case OptionKind.Sack:
                AppendSack(ref line, in options, body.Length / 8, ackBase);
                break;
            case OptionKind.Timestamps:
                line.Append("TS val ", options.TsVal);
                line.Append(" ecr ", options.TsEcr);
                break;
            case OptionKind.UserTimeout:
                AppendUserTimeout(ref line, options.UserTimeout);
                break;
            case OptionKind.FastOpen:
                AppendFastOpen(ref line, "FO", body);
                break;
            case OptionKind.Experimental:
                AppendFastOpen(ref line, "FOEXP", body[2..]);
                break;
        }
    }

    /// <summary>Blocks name octets of the peer's, so they are relative to what is acknowledged.</summary>
    private static void AppendSack(ref TextLine line, in TcpOptions options, int blocks, SeqNum ackBase)
    {
        line.Append("sack");
        for (var i = 0; i < blocks; i++)
        {
            line.Append(' ');
            line.AppendRange(options.Sacks[i].Left.After(ackBase), options.Sacks[i].Right.After(ackBase));
        }
    }

    /// <summary>RFC 5482 §2: the high bit says minutes instead of seconds.</summary>
    private static void AppendUserTimeout(ref TextLine line, ushort timeout)
    {
        line.Append("uto ", timeout & 0x7FFFu);
        line.Append(timeout > 0x7FFF ? 'm' : 's');
    }

    private static void AppendFastOpen(ref TextLine line, string name, scoped ReadOnlySpan<byte> cookie)
    {
        line.Append(name);
        if (!cookie.IsEmpty)
            line.Append(' ');
        line.Append(cookie);
    }
}
