using ActorTcp.Hosting;
using ActorTcp.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ActorTcp.Tests.Hosting;

/// <summary>The section <c>ActorTcp</c> of an application's configuration.</summary>
public sealed class OptionsFromConfiguration
{
    [Fact]
    public void Are_bound_and_code_has_the_last_word()
    {
        var options = Bind(
            options => options.Shards = 3,
            ("Device", "at7"), ("Prefixes:0", "10.77.0.0/16"), ("Prefixes:1", "fd77::/64"), ("Shards", "2"), ("Limits:Policy", "SynCache"), ("DrainTimeout", "00:00:03"));

        Assert.Equal(("at7", 3, HalfOpenPolicy.SynCache, TimeSpan.FromSeconds(3)), (options.Device, options.Shards, options.Limits.Policy, options.DrainTimeout));
        Assert.Equal(["10.77.0.0/16", "fd77::/64"], options.Prefixes);
    }

    [Theory]
    [InlineData("Prefixes:0", "10.77.0.1/16", "'10.77.0.1/16' is no prefix. Valid: ADDRESS/LENGTH")]
    [InlineData("HostAddresses:0", "here", "'here' is no address.")]
    [InlineData("Shards", "0", "between 1 and 256")]
    [InlineData("Limits:HalfOpenLimit", "0", "Limits:HalfOpenLimit is out of range. Valid: 1 to 16777216")]
    [InlineData("Limits:Flood:Leave", "0.9", "0 <= Leave <= Enter <= 1")]
    [InlineData("Limits:Budgets:Width", "1000", "a power of two")]
    [InlineData("Mtu", "67", "between 68 and 65535")]
    [InlineData("DrainTimeout", "-00:00:01", "DrainTimeout is negative")]
    [InlineData("Device", "", "Device field is required")]
    public void Are_refused_with_what_would_be_valid(string key, string value, string message)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Bind(_ => { }, ("AddRoutes", "false"), (key, value)));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Need_a_prefix_unless_somebody_else_adds_routes()
    {
        Assert.Contains("Prefixes is empty", Assert.Throws<OptionsValidationException>(() => Bind(_ => { })).Message, StringComparison.Ordinal);
        Assert.Empty(Bind(_ => { }, ("AddRoutes", "false")).Prefixes);
    }

    private static ActorTcpOptions Bind(Action<ActorTcpOptions> configure, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{ActorTcpOptions.Section}:{setting.Key}", (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddActorTcp(configure).BuildServiceProvider();
        return services.GetRequiredService<IOptions<ActorTcpOptions>>().Value;
    }
}
