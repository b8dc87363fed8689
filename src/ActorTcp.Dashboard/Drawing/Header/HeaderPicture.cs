using System.Buffers.Binary;
using System.Globalization;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>A segment's header as RFC 9293 §3.1 draws it, each field with what it says.</summary>
public sealed class HeaderPicture
{
    private readonly HistoryEntry _entry;
    private readonly LadderSegment _numbered;
    private readonly byte[] _octets;

    /// <param name="entry">What the history has of the segment.</param>
    /// <param name="numbered">The same with numbers that count from the initial ones.</param>
    /// <param name="octets">The TCP header itself; empty where nobody looked on when it passed.</param>
    internal HeaderPicture(in HistoryEntry entry, LadderSegment numbered, (ushort Source, ushort Destination) ports, byte[] octets)
    {
        (_entry, _numbered, _octets) = (entry, numbered, octets);
        Fields =
        [
            new("Source Port", 16, Plain(ports.Source)),
            new("Destination Port", 16, Plain(ports.Destination)),
            new("Sequence Number", 32, Grouped(entry.Seq.Value), SequenceMeaning),
            new("Acknowledgment Number", 32, Grouped(entry.Ack.Value), AcknowledgmentMeaning),
            new("Data Offset", 4, octets.Length > 0 ? Plain(octets[12] >> 4) : "", octets.Length > 0 ? $"the header is {octets.Length} octets long" : ""),
            new("Rsrvd", 4, octets.Length > 0 ? Plain(octets[12] & 0xF) : ""),
            .. ControlBitWords.All.Select(each => new HeaderField(each.Name, 1, (_entry.Control & each.Bit) != 0 ? "1" : "0", (_entry.Control & each.Bit) != 0 ? each.Meaning : "")),
            new("Window", 16, Grouped(entry.Wnd), entry.HasSyn || entry.HasRst ? "" : "so many units of its window scale may be sent to it beyond the acknowledgment number"),
            new("Checksum", 16, octets.Length > 0 && entry.Kind == HistoryEntryKind.SegmentIn ? $"0x{BinaryPrimitives.ReadUInt16BigEndian(octets.AsSpan(16)):x4}" : ""),
            new("Urgent Pointer", 16, octets.Length > 0 ? Plain(BinaryPrimitives.ReadUInt16BigEndian(octets.AsSpan(18))) : ""),
        ];
        Options = octets.Length > SegmentReader.MinHeaderLength ? [.. OptionFields.Of(octets.AsSpan(SegmentReader.MinHeaderLength))] : [];
    }

    internal IReadOnlyList<HeaderField> Fields { get; }

    internal IReadOnlyList<HeaderField> Options { get; }

    /// <summary>Whether the header itself was seen, so that no options means that it had none.</summary>
    internal bool IsComplete => _octets.Length > 0;

    internal int TextLength => _entry.TextLength;

    internal string Title => _numbered.ToString();

    private string SequenceMeaning =>
        _entry.HasSyn ? "the initial sequence number: the SYN takes it, text begins with the next one"
        : _entry.TextLength > 0 ? $"the first octet of the text is number {Grouped(_numbered.Seq)} of this direction"
        : _entry.HasFin ? $"the FIN takes number {Grouped(_numbered.Seq)} of this direction"
        : $"the next octet will be number {Grouped(_numbered.Seq)} of this direction";

    private string AcknowledgmentMeaning =>
        !_entry.HasAck ? "nothing: the ACK bit is not set"
        : _numbered.Ack == 1 && _entry.HasSyn ? "the peer's SYN has arrived: number 1 is expected next"
        : $"everything before number {Grouped(_numbered.Ack)} has arrived";

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Grouped(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
