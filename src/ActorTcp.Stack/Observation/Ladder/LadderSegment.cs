using System.Globalization;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A segment as a ladder shows it: its numbers count from the initial sequence numbers, as in tshark.</summary>
/// <param name="Seq">Negative for a number from before this connection.</param>
internal readonly record struct LadderSegment(ControlBits Control, long Seq, long Ack, int TextLength)
{
    private static readonly (ControlBits Bit, string Word)[] Words =
    [
        (ControlBits.Syn, "SYN"),
        (ControlBits.Fin, "FIN"),
        (ControlBits.Rst, "RST"),
        (ControlBits.Psh, "PSH"),
        (ControlBits.Urg, "URG"),
        (ControlBits.Ack, "ACK"),
        (ControlBits.Ece, "ECE"),
        (ControlBits.Cwr, "CWR"),
    ];

    /// <summary>The control bits in words, such as SYN-ACK.</summary>
    public string Flags
    {
        get
        {
            var control = Control;
            var words = Words.Where(word => (control & word.Bit) != 0).Select(word => word.Word);
            return control == ControlBits.None ? "no flags" : string.Join('-', words);
        }
    }

    public bool HasFin => (Control & ControlBits.Fin) != 0;

    public bool HasRst => (Control & ControlBits.Rst) != 0;

    /// <summary>Numbers a segment from both ends' initial sequence numbers.</summary>
    public static LadderSegment From(in HistoryEntry entry, SeqNum sender, SeqNum receiver) =>
        new(entry.Control, Relative(entry.Seq, sender), entry.HasAck ? Relative(entry.Ack, receiver) : 0, entry.TextLength);

    public override string ToString()
    {
        var ack = (Control & ControlBits.Ack) != 0 ? string.Create(CultureInfo.InvariantCulture, $" ack {Ack}") : "";
        var length = TextLength > 0 ? string.Create(CultureInfo.InvariantCulture, $" len {TextLength}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Flags} seq {Seq}{ack}{length}");
    }

    /// <summary>Three quarters of the circle lie ahead: more is a number from before the connection.</summary>
    private static long Relative(SeqNum number, SeqNum initial)
    {
        const uint ThreeQuarters = 0xC000_0000;
        var ahead = number.After(initial);
        return ahead < ThreeQuarters ? ahead : ahead - (1L << 32);
    }
}
