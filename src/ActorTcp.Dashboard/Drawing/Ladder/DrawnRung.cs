using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>One rung of a <see cref="LadderPicture"/>, in its units.</summary>
internal sealed record DrawnRung
{
    public required LadderRung Rung { get; init; }

    public required double Top { get; init; }

    public required double Height { get; init; }

    /// <summary>The way of the segment; empty where nothing was sent.</summary>
    public required string Arrow { get; init; }

    /// <summary>Its arrival; empty where there is none.</summary>
    public required string Head { get; init; }

    public required IReadOnlyList<Label> Labels { get; init; }
}
