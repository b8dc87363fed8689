using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>The scenarios under load, as in <c>load-tests</c>.</summary>
[Collection(nameof(HeavyLoad))]
public sealed class TheLoadTests
{
    [Fact]
    public void Hold_in_their_short_form()
    {
        Needs.Namespaces();
        var folder = Directory.CreateTempSubdirectory("actortcp-load-tests-").FullName;
        try
        {
            using var run = new RunningCommand(Path.Combine(AppContext.BaseDirectory, "ActorTcp.LoadTests"), "--short", "--output", folder);
            run.WaitForExit(TimeSpan.FromMinutes(15)).MustSucceed();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
