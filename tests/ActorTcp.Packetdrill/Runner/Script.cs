using System.Text.RegularExpressions;

namespace ActorTcp.Packetdrill;

/// <summary>One <c>.pkt</c> file, as far as the runner has to understand it.</summary>
internal sealed partial class Script
{
    private readonly string[] _lines;

    public Script(string path)
    {
        Path = path;
        _lines = File.ReadAllLines(path);
        var text = string.Join('\n', _lines.Where(static line => !line.StartsWith("//", StringComparison.Ordinal)));
        var dialect = text.Contains("net.inet.", StringComparison.Ordinal) ? Dialect.FreeBsd : Dialect.Linux;
        var mtu = MtuOption().Match(text);
        Surroundings = new Surroundings(dialect, text.Contains("--ip_version=ipv6", StringComparison.Ordinal), mtu.Success ? int.Parse(mtu.Groups["mtu"].Value) : 1500);
        Branches = text.Contains("#ifdef", StringComparison.Ordinal) ? ["FreeBSD", "STANDARD"] : [""];
        LocalAddress = LocalOption().Match(text) is { Success: true } local ? local.Groups["address"].Value : $"{Surroundings.Local}";
        Obstacle = Obstacles.In(text);
        ProcessKnobs = [.. ProcessKnob().Matches(text).Select(static match => (match.Groups["knob"].Value.Replace('/', '.'), match.Groups["value"].Value))];
    }

    public string Path { get; }

    public Surroundings Surroundings { get; }

    /// <summary>Where the stack is, by the script's own option or the usual one.</summary>
    public string LocalAddress { get; }

    /// <summary>The names after #ifdef that may be taken for defined: FreeBSD's suite tells its own way from the standard's.</summary>
    public IReadOnlyList<string> Branches { get; }

    /// <summary>What the script needs and cannot get; null when it can be tried.</summary>
    public string? Obstacle { get; }

    /// <summary>Knobs that the script turns in /proc rather than by sysctl.</summary>
    public IReadOnlyList<(string Knob, string Value)> ProcessKnobs { get; }

    /// <summary>The script without the branches that are not taken: this packetdrill does not know #ifdef. Line numbers stay.</summary>
    public string ForBranch(string branch)
    {
        var isTaken = true;
        var lines = new List<string>(_lines.Length);
        foreach (var line in _lines)
        {
            var isDirective = line.StartsWith('#');
            if (isDirective)
            {
                isTaken = line switch
                {
                    _ when line.StartsWith("#ifdef", StringComparison.Ordinal) => line[6..].Trim() == branch,
                    _ when line.StartsWith("#ifndef", StringComparison.Ordinal) => line[7..].Trim() != branch,
                    _ when line.StartsWith("#else", StringComparison.Ordinal) => !isTaken,
                    _ => true,
                };
            }

            lines.Add(isTaken && !isDirective ? line : "");
        }

        var text = string.Join('\n', lines) + "\n";
        return Surroundings.Dialect == Dialect.FreeBsd ? Translation.Of(text) : text;
    }

    [GeneratedRegex(@"^--mtu=(?<mtu>\d+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MtuOption();

    [GeneratedRegex(@"^--local_ip=(?<address>\S+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex LocalOption();

    [GeneratedRegex(@"/proc/sys/(?<knob>net/[\w/]+)=(?<value>0x[0-9a-f]+|[0-9a-f-]{35}|\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex ProcessKnob();
}
