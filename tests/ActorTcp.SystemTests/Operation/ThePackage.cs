using System.IO.Compression;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>What deploy/build has made, installed in a clean Debian, used, removed and purged. Without a package there is nothing to test: deploy/build makes one.</summary>
public sealed class ThePackage(ACleanRoot root) : IClassFixture<ACleanRoot>
{
    private const string Configuration = "/etc/actortcp/actortcp.json";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Is_found_faultless_by_lintian()
    {
        var package = Find();
        Needs.Command("lintian");
        using var lintian = new RunningCommand("lintian", ["--fail-on", "error,warning", "--allow-root", package]);
        var result = lintian.WaitForExit(TimeSpan.FromMinutes(5));
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    [Fact]
    public void Installs_works_and_leaves_nothing_behind()
    {
        var package = Find();
        Needs.Namespaces();
        root.Require();
        var before = root.Files();
        File.Copy(package, root.At("/tmp/actortcp.deb"));

        root.Run("dpkg", "--install", "/tmp/actortcp.deb").MustSucceed();
        Assert.Matches(@"^\d+\.\d+\.\d+", root.Run("actortcp", "--version").MustSucceed().Output);
        Assert.Contains("ESTABLISHED", root.Run("actortcp", "demo", "--in-memory").MustSucceed().Output, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(root.At("/usr/share/man/man1"), "actortcp*.1.gz"));
        Assert.Contains("ACTORTCP-SERVE(1)", Manual("actortcp-serve"), StringComparison.Ordinal);
        Serves();

        File.AppendAllText(root.At(Configuration), "// my own\n");
        root.Run("dpkg", "--install", "/tmp/actortcp.deb").MustSucceed();
        Assert.EndsWith("// my own\n", File.ReadAllText(root.At(Configuration)), StringComparison.Ordinal);

        root.Run("dpkg", "--remove", "actortcp").MustSucceed();
        Assert.True(File.Exists(root.At(Configuration)));
        Assert.False(File.Exists(root.At("/usr/bin/actortcp")));
        root.Run("dpkg", "--purge", "actortcp").MustSucceed();
        Assert.Equal(before, root.Files());
    }

    /// <summary>With the configuration that it brings along.</summary>
    private void Serves()
    {
        Directory.CreateDirectory(root.At("/dev/net"));
        using var node = new RunningCommand("mknod", root.At("/dev/net/tun"), "c", "10", "200");
        node.WaitForExit(Patience).MustSucceed();
        using var ns = TestNamespace.Create();
        var command = root.Inside("actortcp", "serve", "--config", Configuration);
        var daemon = ns.Start(command[0], command.AsSpan(1));
        daemon.WaitForOutput("READY at0", Patience);
        Assert.StartsWith("<!DOCTYPE html>", ns.Run("curl", "-s", "http://10.77.0.1/").MustSucceed().Output, StringComparison.Ordinal);
        daemon.Signal("TERM");
        Assert.Equal(0, daemon.WaitForExit(Patience).ExitCode);
        File.Delete(root.At("/dev/net/tun"));
        Directory.Delete(root.At("/dev/net"));
    }

    private string Manual(string page)
    {
        using var packed = new GZipStream(File.OpenRead(root.At($"/usr/share/man/man1/{page}.1.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        using var file = new TemporaryFile(reader.ReadToEnd());
        Needs.Command("man");
        using var man = new RunningCommand("man", "-l", file.Path);
        return man.WaitForExit(Patience).MustSucceed().Output;
    }

    private static string Find()
    {
        var made = SourceFolder.At("artifacts/deploy");
        var package = Directory.Exists(made) ? Directory.GetFiles(made, "*.deb").FirstOrDefault() : null;
        Assert.SkipWhen(package is null, "there is no package: deploy/build makes one");
        return package!;
    }
}
