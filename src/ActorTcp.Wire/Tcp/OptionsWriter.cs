using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.2: option values → octets, each option padded with NOPs before it to whole words, in the order that Linux uses.</summary>
/// <remarks>
/// The order is that of need: of what is asked for, SACK blocks, then a Fast Open cookie, then a user timeout are left out when the
/// 40 octets are full (RFC 2018 §3: as many blocks as space permits).
/// </remarks>
internal static class OptionsWriter
{
    public const int MaxLength = 40;

    private const byte Nop = (byte)OptionKind.NoOperation;

    /// <summary>Octets that <see cref="Write"/> will fill: a multiple of four, at most 40.</summary>
    public static int Length(in TcpOptions options)
    {
        if (options.Present == OptionKinds.None)
            return 0;
        var length = FixedLength(in options);
        if (options.Has(OptionKinds.Sack))
            length += SackLength(BlocksThatFit(length, options.SackCount));
        if (options.Has(OptionKinds.FastOpen))
            length += FastOpenLength(length, in options);
        if (options.Has(OptionKinds.UserTimeout) && length < MaxLength)
            length += 4;
        return length;
    }

    /// <summary>Fills the start of <paramref name="octets"/> and returns how many.</summary>
    public static int Write(Span<byte> octets, in TcpOptions options)
    {
        if (options.Present == OptionKinds.None)
            return 0;
        var at = 0;
        if (options.Has(OptionKinds.Mss))
            at += WriteWord(octets[at..], (byte)OptionKind.Mss, 4, options.Mss);
        if (options.Has(OptionKinds.Timestamps))
            at += WriteTimestamps(octets[at..], in options);
        else if (options.Has(OptionKinds.SackPermitted))
            at += WriteWord(octets[at..], Nop, Nop, (byte)OptionKind.SackPermitted << 8 | 2);
        if (options.Has(OptionKinds.WindowScale))
            at += WriteWord(octets[at..], Nop, (byte)OptionKind.WindowScale, 3 << 8 | options.WindowScale);
        if (options.Has(OptionKinds.Sack))
            at += WriteSack(octets[at..], in options, BlocksThatFit(at, options.SackCount));
        if (options.Has(OptionKinds.FastOpen) && FastOpenLength(at, in options) > 0)
            at += WriteFastOpen(octets[at..], in options);
        if (options.Has(OptionKinds.UserTimeout) && at < MaxLength)
            at += WriteWord(octets[at..], (byte)OptionKind.UserTimeout, 4, options.UserTimeout);
        return at;
    }

    private static int FixedLength(in TcpOptions options)
    {
        var length = options.Has(OptionKinds.Mss) ? 4 : 0;
        if (options.Has(OptionKinds.Timestamps))
            length += 12;
        else if (options.Has(OptionKinds.SackPermitted))
            length += 4;
        return options.Has(OptionKinds.WindowScale) ? length + 4 : length;
    }

    private static int BlocksThatFit(int taken, int blocks) => Math.Min(blocks, (MaxLength - taken - 4) / 8);

    private static int SackLength(int blocks) => blocks == 0 ? 0 : 4 + 8 * blocks;

    /// <summary>Zero when there is no room.</summary>
    private static int FastOpenLength(int taken, in TcpOptions options)
    {
        var length = (CookieAt(in options) + options.CookieLength + 3) & ~3;
        return taken + length <= MaxLength ? length : 0;
    }

    private static int WriteWord(Span<byte> octets, byte first, byte second, int rest)
    {
        BinaryPrimitives.WriteUInt32BigEndian(octets, (uint)first << 24 | (uint)second << 16 | (uint)rest);
        return 4;
    }

    /// <summary>SACK-permitted, where it is wanted, takes the place of the two NOPs.</summary>
    private static int WriteTimestamps(Span<byte> octets, in TcpOptions options)
    {
        var padding = options.Has(OptionKinds.SackPermitted) ? 0x0402u : 0x0101u;
        BinaryPrimitives.WriteUInt32BigEndian(octets, padding << 16 | (uint)OptionKind.Timestamps << 8 | 10);
        BinaryPrimitives.WriteUInt32BigEndian(octets[4..], options.TsVal);
        BinaryPrimitives.WriteUInt32BigEndian(octets[8..], options.TsEcr);
        return 12;
    }

    private static int WriteSack(Span<byte> octets, in TcpOptions options, int blocks)
    {
        if (blocks == 0)
            return 0;
        WriteWord(octets, Nop, Nop, (byte)OptionKind.Sack << 8 | (2 + 8 * blocks));
        for (var i = 0; i < blocks; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(octets[(4 + 8 * i)..], options.Sacks[i].Left.Value);
            BinaryPrimitives.WriteUInt32BigEndian(octets[(8 + 8 * i)..], options.Sacks[i].Right.Value);
        }

        return SackLength(blocks);
    }

    /// <summary>The one option that is padded behind, because Linux does.</summary>
    private static int WriteFastOpen(Span<byte> octets, in TcpOptions options)
    {
        ReadOnlySpan<byte> cookie = options.Cookie;
        var at = CookieAt(in options);
        var length = at + options.CookieLength;
        var padded = (length + 3) & ~3;
        octets[0] = (byte)OptionKind.FastOpen;
        octets[1] = (byte)length;
        if (options.Has(OptionKinds.ExperimentalFastOpen))
            (octets[0], octets[2], octets[3]) = ((byte)OptionKind.Experimental, FastOpenCookie.ExperimentHigh, FastOpenCookie.ExperimentLow);
        cookie[..options.CookieLength].CopyTo(octets[at..]);
        octets[length..padded].Fill(Nop);
        return padded;
    }

    /// <summary>Where the cookie stands within its option: the experimental one has its number before it.</summary>
    private static int CookieAt(in TcpOptions options) => options.Has(OptionKinds.ExperimentalFastOpen) ? 4 : 2;
}
