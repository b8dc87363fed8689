using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>One run of <c>actortcp demo</c>, as its users start it, with a capture of the connections in its first three parts.</summary>
[SupportedOSPlatform("linux")]
internal sealed class DemoRun : IDisposable
{
    /// <summary>What the issue allows.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actortcp-demo-");

    /// <param name="before">What stands before the program on the command line, such as setpriv and its arguments.</param>
    public DemoRun(string[] before, params string[] arguments)
    {
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0x1FF);   // whoever runs it may write here
        string[] words = [.. before, Daemon.Program, "demo", "--pcap", Pcap, .. arguments];
        using var command = new RunningCommand(words[0], words.AsSpan(1));
        Result = command.WaitForExit(Patience).MustSucceed();
    }

    public CommandResult Result { get; }

    public string Output => Result.Output;

    private string Pcap => Path.Combine(_folder.FullName, "demo.pcapng");

    /// <summary>The segments of the ladders between two headings: direction, flags, and numbers where there are any.</summary>
    public string[] Drawn(string from, string to)
    {
        var begin = Output.IndexOf(from, StringComparison.Ordinal);
        var part = Output[begin..Output.IndexOf(to, begin, StringComparison.Ordinal)];
        return [.. Regex.Matches(part, "(?:├─+ (?<right>[A-Z].*?) ─+►)|(?:◄─+ (?<left>[A-Z].*?) ─+┤)", RegexOptions.None, Patience)
            .Select(arrow => arrow.Groups["right"].Success ? $"> {arrow.Groups["right"].Value}" : $"< {arrow.Groups["left"].Value}")];
    }

    /// <summary>The same of one connection of the capture, as tshark reads it.</summary>
    public string[] Captured(int stream)
    {
        string[] fields = ["tcp.dstport", "tcp.flags", "tcp.seq", "tcp.ack", "tcp.len"];
        using var tshark = new RunningCommand(
            "tshark", ["-r", Pcap, "-Y", $"tcp.stream == {stream}", "-T", "fields", .. fields.SelectMany(field => new[] { "-e", field })]);
        var lines = tshark.WaitForExit(Patience).MustSucceed().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => Words(line.Split('\t')))];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Words(string[] fields)
    {
        var flags = Convert.ToInt32(fields[1], 16);
        (int Bit, string Word)[] words = [(0x02, "SYN"), (0x01, "FIN"), (0x04, "RST"), (0x08, "PSH"), (0x10, "ACK"), (0x40, "ECE"), (0x80, "CWR")];
        var control = string.Join('-', words.Where(word => (flags & word.Bit) != 0).Select(word => word.Word));
        var ack = (flags & 0x10) != 0 ? $" ack {fields[3]}" : "";
        var length = fields[4] != "0" ? $" len {fields[4]}" : "";
        return $"{(fields[0] == "7" ? ">" : "<")} {control} seq {fields[2]}{ack}{length}";
    }
}
