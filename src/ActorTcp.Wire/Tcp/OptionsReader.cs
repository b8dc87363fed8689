using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.2: option octets → values. An option given twice counts as given the last time.</summary>
/// <remarks>
/// A known kind with a length that its RFC does not allow is passed over by that length, as if unknown. A length that cannot even be
/// passed over ends the walk with <see cref="OptionKinds.Malformed"/>; what stood before it is kept.
/// </remarks>
internal static class OptionsReader
{
    /// <summary>NOP, NOP, kind 8, length 10: how RFC 7323 appendix A lays the one option out that most segments carry.</summary>
    private const uint AlignedTimestamps = 0x0101_080A;

    public static void Read(ReadOnlySpan<byte> octets, out TcpOptions options)
    {
        options = default;
        if (octets.IsEmpty)
            return;
        if (octets.Length == 12 && BinaryPrimitives.ReadUInt32BigEndian(octets) == AlignedTimestamps)
        {
            ReadTimestamps(octets[4..], ref options);
            return;
        }

        var walk = new OptionWalk(octets);
        while (walk.MoveNext())
            ReadOne(walk.Kind, walk.Body, ref options);
        if (walk.IsMalformed)
            options.Present |= OptionKinds.Malformed;
    }

    private static void ReadOne(OptionKind kind, ReadOnlySpan<byte> body, ref TcpOptions options)
    {
        switch (kind)
        {
            case OptionKind.EndOfList or OptionKind.NoOperation:
                break;
            case OptionKind.Mss when body.Length == 2:
                options.Mss = BinaryPrimitives.ReadUInt16BigEndian(body);
                options.Present |= OptionKinds.Mss;
                break;
            case OptionKind.WindowScale when body.Length == 1:
                options.WindowScale = body[0];
                options.Present |= OptionKinds.WindowScale;
                break;
            case OptionKind.SackPermitted when body.IsEmpty:
                options.Present |= OptionKinds.SackPermitted;
                break;
            case OptionKind.Sack when body.Length is 8 or 16 or 24 or 32:
                ReadSack(body, ref options);
                break;
            case OptionKind.Timestamps when body.Length == 8:
                ReadTimestamps(body, ref options);
                break;
            case OptionKind.UserTimeout when body.Length == 2:
                options.UserTimeout = BinaryPrimitives.ReadUInt16BigEndian(body);
                options.Present |= OptionKinds.UserTimeout;
                break;
            case OptionKind.FastOpen when body.Length is 0 or (>= 4 and <= FastOpenCookie.MaxLength) && body.Length % 2 == 0:
                ReadFastOpen(body, ref options);
                break;
            case OptionKind.Experimental when body is [FastOpenCookie.ExperimentHigh, FastOpenCookie.ExperimentLow, .. var cookie]
                && cookie.Length is 0 or (>= 4 and <= FastOpenCookie.MaxLength) && cookie.Length % 2 == 0:
                ReadFastOpen(cookie, ref options);
                options.Present |= OptionKinds.ExperimentalFastOpen;
                break;
            default:
                options.Present |= OptionKinds.Unknown;
                break;
        }
    }

    private static void ReadTimestamps(ReadOnlySpan<byte> body, ref TcpOptions options)
    {
        options.TsVal = BinaryPrimitives.ReadUInt32BigEndian(body);
        options.TsEcr = BinaryPrimitives.ReadUInt32BigEndian(body[4..]);
        options.Present |= OptionKinds.Timestamps;
    }

    private static void ReadSack(ReadOnlySpan<byte> body, ref TcpOptions options)
    {
        options.SackCount = (byte)(body.Length / 8);
        for (var i = 0; i < options.SackCount; i++)
        {
            var left = BinaryPrimitives.ReadUInt32BigEndian(body[(8 * i)..]);
            var right = BinaryPrimitives.ReadUInt32BigEndian(body[(8 * i + 4)..]);
            options.Sacks[i] = new SackBlock(new SeqNum(left), new SeqNum(right));
        }

        options.Present |= OptionKinds.Sack;
    }

    private static void ReadFastOpen(ReadOnlySpan<byte> body, ref TcpOptions options)
    {
        body.CopyTo(options.Cookie);
        options.CookieLength = (byte)body.Length;
        options.Present |= OptionKinds.FastOpen;
    }
}
