using System.Buffers.Binary;
using System.Globalization;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>The options of a header in words, in the order in which they stand there.</summary>
internal static class OptionFields
{
    private const int Octet = 8;

    public static List<HeaderField> Of(ReadOnlySpan<byte> octets)
    {
        var fields = new List<HeaderField>();
        var walk = new OptionWalk(octets);
        while (walk.MoveNext())
        {
            fields.Add(Field(walk.Kind, walk.Body));
        }

        if (walk.IsMalformed)
        {
            fields.Add(new HeaderField("malformed", Octet, "", "a length that cannot be: the rest is not read"));
        }

        return fields;
    }

    private static HeaderField Field(OptionKind kind, ReadOnlySpan<byte> body) => (kind, body.Length) switch
    {
        (OptionKind.EndOfList, _) => new("End of Option List", Octet, "", "what follows is padding"),
        (OptionKind.NoOperation, _) => new("No-Operation", Octet, "", "fills up to a boundary of words"),
        (OptionKind.Mss, 2) => Full("Maximum Segment Size", body, Number(BinaryPrimitives.ReadUInt16BigEndian(body)), "the largest text that the sender takes in one segment, in octets"),
        (OptionKind.WindowScale, 1) => Full("Window Scale", body, Number(body[0]), $"its windows count in units of {Number(1L << Math.Min((int)body[0], 14))} octets after the SYN (RFC 7323 §2)"),
        (OptionKind.SackPermitted, 0) => Full("SACK Permitted", body, "", "it understands acknowledgments with gaps (RFC 2018)"),
        (OptionKind.Sack, 8 or 16 or 24 or 32) => Full("SACK", body, Blocks(body), "what has arrived behind a gap (RFC 2018)"),
        (OptionKind.Timestamps, 8) => Full("Timestamps", body, $"{BinaryPrimitives.ReadUInt32BigEndian(body)}, {BinaryPrimitives.ReadUInt32BigEndian(body[4..])}",
            "TSval, the sender's clock, and TSecr, the peer's clock as it came last: they measure round trips (RFC 7323 §3)"),
        (OptionKind.UserTimeout, 2) => Full("User Timeout", body, Number(BinaryPrimitives.ReadUInt16BigEndian(body)), "how long it waits for acknowledgments before it gives up (RFC 5482)"),
        (OptionKind.FastOpen, 0) => Full("Fast Open", body, "", "asks for a cookie, so that text can go with the next SYN (RFC 7413)"),
        (OptionKind.FastOpen, _) => Full("Fast Open", body, Convert.ToHexStringLower(body), "the cookie that lets text go with the SYN (RFC 7413)"),
        _ => Full($"kind {Number((int)kind)}", body, Convert.ToHexStringLower(body), "not known here, and passed over"),
    };

    private static HeaderField Full(string name, ReadOnlySpan<byte> body, string value, string meaning) => new(name, (body.Length + 2) * Octet, value, meaning);

    private static string Blocks(ReadOnlySpan<byte> body)
    {
        var blocks = new List<string>();
        for (; body.Length >= 8; body = body[8..])
        {
            blocks.Add($"{BinaryPrimitives.ReadUInt32BigEndian(body)}–{BinaryPrimitives.ReadUInt32BigEndian(body[4..])}");
        }

        return string.Join(", ", blocks);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
