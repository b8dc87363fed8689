using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>A service that can be put on a port.</summary>
/// <param name="Argument">What the user writes after the colon; null when there is no colon.</param>
/// <param name="Listen">Makes the listener for all connections of the port.</param>
internal sealed record ServiceKind(string Name, string? Argument, Func<ServiceStart, ListenOptions> Listen)
{
    /// <summary>A service that runs on the shard's thread.</summary>
    /// <param name="nagle">Whether a last small segment may wait for the acknowledgment of those before: it costs 40 ms at the end of an answer, and saves nothing where the service hands over whole ones.</param>
    public static ServiceKind Inline(string name, Func<ServiceStart, InlineProtocol> protocol, string? argument = null, bool nagle = true) =>
        new(name, argument, start => new ListenOptions
        {
            Port = start.Port,
            Protocol = protocol(start),
            Connection = ConnectionSettings.Default with { Nagle = nagle },
        });

    public override string ToString() => Argument is null ? Name : $"{Name}:{Argument}";
}
