using ActorTcp.Tests.Cli;

namespace ActorTcp.Tests.Deployment;

/// <summary>What deploy/ ships is what the command understands.</summary>
public sealed class DeployedConfiguration
{
    [Fact]
    public void Is_read_by_serve()
    {
        var options = Serve.Options("", DeployFolder.Read("actortcp.json"));

        Assert.Equal(("at0", 1, 30), (options.Tun, options.Shards, (int)options.Drain.TotalSeconds));
        Assert.Equal(["10.77.0.0/16", "fd77::/64"], options.Prefixes.Select(prefix => prefix.ToString()));
        Assert.Equal(5, options.Services.Count);
    }
}
