using ActorTcp.Packetdrill;

namespace ActorTcp.SystemTests;

/// <summary>Our scripts for packetdrill: what a peer sees of a handshake, of TIME-WAIT and of a half-closed connection. <c>tests/packetdrill</c> runs the public suites.</summary>
public sealed class OwnScripts : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "scripts");
    private readonly Toolchain _tools;

    public OwnScripts()
    {
        Assert.SkipWhen(Toolchain.Obstacle is not null, Toolchain.Obstacle ?? "");
        _tools = new Toolchain();
    }

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.pkt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public void Dispose() => _tools.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_followed(string script)
    {
        var verdict = new Suite(Folder, script).Run(_tools, static _ => { });

        Assert.Equal([new Verdict(script, ".", Outcome.Passed, "")], verdict);
    }
}
