using System.Net;
using Microsoft.Extensions.Options;

namespace ActorTcp.Hosting;

/// <summary>What attributes cannot say about <see cref="ActorTcpOptions"/>; each message tells what would be valid.</summary>
internal sealed class ActorTcpOptionsValidator : IValidateOptions<ActorTcpOptions>
{
    public ValidateOptionsResult Validate(string? name, ActorTcpOptions options)
    {
        List<string> failures =
        [
            .. options.Prefixes.Where(text => !IsPrefix(text))
                .Select(text => $"{ActorTcpOptions.Section}:Prefixes: '{text}' is no prefix. Valid: ADDRESS/LENGTH without bits beyond the prefix, such as 10.77.0.0/16 or fd77::/64."),
            .. options.HostAddresses.Where(text => !IPAddress.TryParse(text, out _))
                .Select(text => $"{ActorTcpOptions.Section}:HostAddresses: '{text}' is no address. Valid: such as 10.76.0.1 or fd76::1."),
        ];
        if (options.AddRoutes && options.Prefixes.Count == 0)
        {
            failures.Add($"{ActorTcpOptions.Section}:Prefixes is empty: which addresses to serve, such as 10.77.0.0/16. With AddRoutes false it may be.");
        }

        if (options.DrainTimeout < TimeSpan.Zero)
        {
            failures.Add($"{ActorTcpOptions.Section}:DrainTimeout is negative.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Host bits must be zero, so that nobody serves another network than the one meant.</summary>
    private static bool IsPrefix(string text) =>
        IPNetwork.TryParse(text, out var network) && network.BaseAddress.Equals(IPAddress.Parse(text.Split('/')[0]));
}
