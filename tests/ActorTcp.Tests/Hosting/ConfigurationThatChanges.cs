using ActorTcp.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorTcp.Tests.Hosting;

/// <summary>The limits in the section <c>ActorTcp</c> hold as soon as the configuration is read again; whatever cannot be changes nothing, and is said.</summary>
public sealed class ConfigurationThatChanges
{
    private const string Limit = $"{ActorTcpOptions.Section}:Limits:HalfOpenLimit";

    private readonly List<string> _log = [];
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create($"{ActorTcpOptions.Section}:AddRoutes", (string?)"false")])
        .Build();

    [Fact]
    public async Task Says_which_limits_hold_then()
    {
        await using var services = Start();
        Write(Limit, "77");

        Assert.Contains("Information Limits from now on: ListenLimits { Policy = Hybrid, HalfOpenLimit = 77,", Assert.Single(_log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_where_nothing_changes_that_may()
    {
        await using var services = Start();
        Write($"{ActorTcpOptions.Section}:Shards", "2");

        Assert.Empty(_log);
    }

    [Theory]
    [InlineData(Limit, "0", "Limits:HalfOpenLimit is out of range. Valid: 1 to", "78", "HalfOpenLimit = 78")]
    [InlineData($"{ActorTcpOptions.Section}:Limits:Policy", "none", "Policy", "Cookies", "Policy = Cookies")]
    public async Task Leaves_a_bad_one_aside_and_takes_the_next(string key, string bad, string why, string good, string limits)
    {
        await using var services = Start();
        Write(key, bad);
        Assert.StartsWith("Error The changed configuration is left aside: ", Assert.Single(_log), StringComparison.Ordinal);
        Assert.Contains(why, _log[0], StringComparison.Ordinal);

        _log.Clear();
        Write(key, good);
        Assert.Contains(limits, Assert.Single(_log), StringComparison.Ordinal);
    }

    private ServiceProvider Start()
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(_configuration)
            .AddLogging(logging => logging.AddProvider(new LinesOfLog(_log)))
            .AddActorTcp()
            .BuildServiceProvider();
        services.GetRequiredService<ActorTcpHost>();
        return services;
    }

    private void Write(string key, string value)
    {
        _configuration[key] = value;
        _configuration.Reload();
    }
}
