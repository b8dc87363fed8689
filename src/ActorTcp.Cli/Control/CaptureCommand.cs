using System.CommandLine;
using ActorTcp.Control;

namespace ActorTcp.Cli;

/// <summary><c>actortcp capture</c>: the packets of a running daemon as a pcapng file, each with the number of its connection.</summary>
internal sealed class CaptureCommand : Command, IExplained
{
    private readonly DaemonOptions _daemon = new();
    private readonly FollowOptions _follow = new("packets");
    private readonly Option<string?> _write = new("--write", "-w") { Description = "The file; - for the standard output, which is what it is when that is no terminal.", HelpName = "FILE" };
    private readonly Option<string?> _ring = new("--ring") { Description = "So many files of so many octets, such as 5,10M: FILE_00001, FILE_00002 ...; the oldest is removed.", HelpName = "N,SIZE" };
    private readonly Option<int?> _snapLength = new("--snaplen", "-s") { Description = "Octets of each packet to keep. [default: all]", HelpName = "OCTETS" };

    public CaptureCommand()
        : base("capture", "Captures the packets of a running daemon, for Wireshark and tshark.")
    {
        Add(_write);
        Add(_ring);
        Add(_snapLength);
        _follow.AddTo(this);
        _daemon.AddTo(this);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    public string Explanation =>
        $"""
        Each packet of a connection has its number as comment, the same that `actortcp ss -i` and `actortcp trace` show. With
        segmentation offload a packet may hold many segments, as tcpdump shows them on the device; `actortcp serve --no-offload`
        has them one by one. At the end the file says how many packets there were and how many were lost on the way.

        {DaemonOptions.FilterWords}
        Examples:
          actortcp capture -w handshakes.pcapng --duration 10 sport 80
          actortcp capture -w - dst 10.0.0.0/8 | tshark -r -
          actortcp capture -w flood.pcapng --ring 5,10M

        """;

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var file = parsed.GetValue(_write) ?? (Console.IsOutputRedirected ? "-" : throw new BadInputException("-w FILE is missing: where to write the packets, or - for the standard output."));
        var ring = parsed.GetValue(_ring) is { } text ? CaptureRing.Parse(text) : null;
        if (ring is not null && file == "-")
        {
            throw new BadInputException("--ring needs files: -w FILE.");
        }

        if (parsed.GetValue(_snapLength) is < 20)
        {
            throw new BadInputException("--snaplen: valid are numbers from 20.");
        }

        using var asked = await _daemon.AskAsync(parsed, new ControlRequest { Ask = ControlQuestion.Capture, Limit = _follow.Count(parsed), SnapLength = parsed.GetValue(_snapLength) });
        await using var output = new CaptureOutput(file, ring);
        try
        {
            await _follow.ReadAsync(parsed, asked, () => output.WriteAsync(asked.Stream));
        }
        catch (IOException) when (file == "-")
        {
            return ExitCode.Success;   // nobody reads it any more
        }
        catch (IOException broken)
        {
            throw new ControlException(broken.Message);
        }

        await Console.Error.WriteLineAsync($"{output.Packets} packets captured{(output.Lost > 0 ? $", {output.Lost} lost on the way" : "")}");
        return ExitCode.Success;
    }
}
