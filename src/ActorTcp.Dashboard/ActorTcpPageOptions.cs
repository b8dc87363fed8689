namespace ActorTcp.Dashboard;

/// <summary>What can be chosen about the page.</summary>
public sealed class ActorTcpPageOptions
{
    /// <summary>Where the laboratory's reports are kept, each in a folder of its own; null keeps those of this process only, and only in memory.</summary>
    public string? ReportFolder { get; set; }
}
