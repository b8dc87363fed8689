using System.Text.Json;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>Commands look into a running daemon, and all of them tell the same.</summary>
public sealed class ALookInside : InANamespace
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Agrees_with_tshark_and_with_the_last_words_of_the_daemon()
    {
        Needs.Command("curl");
        Needs.Command("tshark");
        using var folder = new TemporaryFolder();
        var file = folder["all.pcapng"];
        var daemon = Start(folder, "--no-offload");
        var capture = Look(folder, "capture", "-w", file, "--duration", "60");
        for (var i = 1; i <= 5; i++)
        {
            Namespace.Run("curl", "--silent", "--output", "/dev/null", $"http://10.77.0.{i}/").MustSucceed();
        }

        using var held = KernelClient.Connect(Namespace, "10.77.0.9", 7);
        var listed = Ask(folder, "ss", "-tan");
        Assert.Matches(@"(?m)^ESTAB +0 +0 +10\.77\.0\.9:7 +\S+:\d+ *$", listed);
        Assert.Matches(@"(?m)^LISTEN +0 +4096 +10\.77\.0\.0/16:80 +0\.0\.0\.0:\*$", listed);
        Assert.Equal(1, Ask(folder, "ss", "--json", "sport", "7").Split('\n').Count(line => line.Contains("\"state\":\"established\"", StringComparison.Ordinal)));

        var stack = JsonDocument.Parse(Ask(folder, "stat", "--json")).RootElement.GetProperty("stack");
        var counts = stack.GetProperty("counters").EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!, each => each.GetProperty("count").GetInt64());
        capture.Signal("TERM");
        Assert.Equal($"looking on; Ctrl-C ends it\n{counts["packets_in"] + counts["packets_out"]} packets captured\n", capture.WaitForExit(Patience).MustSucceed().Error);
        Assert.Equal(counts["syns_in"], Frames(file, "tcp.flags.syn == 1 && tcp.flags.ack == 0"));
        Assert.Equal(counts["segments_in"], Frames(file, "tcp && ip.dst == 10.77.0.0/16"));
        Assert.Equal(counts["segments_out"] + counts["segments_retransmitted"], Frames(file, "tcp && ip.src == 10.77.0.0/16"));
        Assert.Equal(6, Frames(file, "tcp.flags.syn == 1 && tcp.flags.ack == 1 && frame.comment contains \"connection \""));

        var end = daemon.Stop();
        Assert.Equal(counts["established"], end[Counter.Established]);
        Assert.Equal(counts["syns_in"], end[Counter.SynsIn]);
        Assert.All(end.Counts, each => Assert.True(each.Value >= counts.GetValueOrDefault(each.Key), each.Key));
        Assert.False(File.Exists(Socket(folder)));
    }

    [Fact]
    public void Follows_what_happens()
    {
        using var folder = new TemporaryFolder();
        var log = folder["events.json"];
        var daemon = Start(folder, "--event-log", log);
        var trace = Look(folder, "trace", "--count", "1", "sport", "7");
        var events = Look(folder, "events", "--count", "3");
        KernelClient.Connect(Namespace, "10.77.0.9", 7).Dispose();

        var ladder = trace.WaitForExit(Patience).MustSucceed().Output;
        Assert.Contains("SYN seq 0", ladder, StringComparison.Ordinal);
        Assert.Contains("10.77.0.9:7 (echo)", ladder, StringComparison.Ordinal);
        Assert.Equal(["opened", "established", "closed"], Events(events.WaitForExit(Patience).MustSucceed().Output));
        daemon.Stop();
        Assert.Equal(["opened", "established", "closed"], Events(File.ReadAllText(log)));
    }

    [Fact]
    public void Says_what_to_do_when_nobody_answers()
    {
        using var folder = new TemporaryFolder();
        var result = Namespace.Run(Daemon.Program, "stat", "--control", Socket(folder));
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"error: no daemon answers at {Socket(folder)}", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, Namespace.Run(Daemon.Program, "ss", "--control", Socket(folder), "prot", "80").ExitCode);
    }

    private static string Socket(TemporaryFolder folder) => folder["control.sock"];

    private Daemon Start(TemporaryFolder folder, params ReadOnlySpan<string> arguments) => Daemon.Start(Namespace, ["--control", Socket(folder), "--page", "none", .. arguments]);

    private string Ask(TemporaryFolder folder, params ReadOnlySpan<string> arguments) => Namespace.Run(Daemon.Program, [.. arguments, "--control", Socket(folder)]).MustSucceed().Output;

    private RunningCommand Look(TemporaryFolder folder, params ReadOnlySpan<string> arguments)
    {
        var command = Namespace.Start(Daemon.Program, [.. arguments, "--control", Socket(folder)]);
        command.WaitForError("looking on", Patience);
        return command;
    }

    private int Frames(string file, string filter)
    {
        var result = Namespace.Run("tshark", "-r", file, "-Y", filter, "-T", "fields", "-e", "frame.number").MustSucceed();
        Assert.DoesNotContain("warning", result.Error, StringComparison.OrdinalIgnoreCase);
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    private static IEnumerable<string> Events(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()!);
}
