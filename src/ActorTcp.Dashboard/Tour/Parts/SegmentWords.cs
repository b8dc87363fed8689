using System.Globalization;
using System.Text;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>What the header of a segment says, in words.</summary>
internal static class SegmentWords
{
    /// <summary>In the order of the header.</summary>
    public static readonly (ControlBits Bit, string Name)[] Bits =
    [
        (ControlBits.Cwr, "CWR"), (ControlBits.Ece, "ECE"), (ControlBits.Urg, "URG"), (ControlBits.Ack, "ACK"),
        (ControlBits.Psh, "PSH"), (ControlBits.Rst, "RST"), (ControlBits.Syn, "SYN"), (ControlBits.Fin, "FIN"),
    ];

    /// <summary>The control bits as one word, ACK last: SYN-ACK.</summary>
    public static string Flags(ControlBits control) =>
        string.Join('-', Bits.Where(bit => (control & bit.Bit) != 0).OrderBy(bit => bit.Bit == ControlBits.Ack).Select(bit => bit.Name));

    public static IEnumerable<string> Options(TcpOptions options)
    {
        if (options.Has(OptionKinds.Mss))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"largest segment text {options.Mss:N0} octets");
        }

        if (options.Has(OptionKinds.WindowScale))
        {
            yield return $"windows count in units of {1 << options.WindowScale} octets";
        }

        if (options.Has(OptionKinds.SackPermitted))
        {
            yield return "selective acknowledgments are welcome";
        }

        if (options.Has(OptionKinds.Timestamps))
        {
            yield return $"timestamp {options.TsVal}, echoing {options.TsEcr}";
        }
    }

    public static string Text(byte[] text) => text.Length == 0 ? "none" : $"“{Encoding.ASCII.GetString(text)}”";
}
