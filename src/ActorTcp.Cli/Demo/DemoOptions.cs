using ActorTcp.Lab;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>How the demonstration is to go.</summary>
internal sealed record DemoOptions : Staging
{
    /// <summary>Without the kernel.</summary>
    public bool InMemory { get; init; }

    public LadderStyle Style { get; init; } = LadderStyle.Plain;
}
