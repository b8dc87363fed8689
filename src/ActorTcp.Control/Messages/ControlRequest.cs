using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>The one line that a client sends. What goes on until the client has enough ends when it closes its side.</summary>
internal sealed record ControlRequest
{
    public required ControlQuestion Ask { get; init; }

    /// <summary>A <see cref="ConnectionFilter"/>; null lets everything through.</summary>
    public string? Filter { get; init; }

    /// <summary>How many connections to tell, or after how many events or packets to end; null sets the daemon's own limit, or none.</summary>
    public int? Limit { get; init; }

    /// <summary>Octets of each packet to capture; null captures whole ones.</summary>
    public int? SnapLength { get; init; }
}
