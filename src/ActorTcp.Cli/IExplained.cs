namespace ActorTcp.Cli;

/// <summary>A command that has more to say than fits beside its name.</summary>
internal interface IExplained
{
    /// <summary>Stands below the options in the command's help, and ends with examples.</summary>
    string Explanation { get; }
}
