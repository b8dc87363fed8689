namespace ActorTcp.Cli;

/// <summary>A place where settings are written down: the command line, the environment, a file.</summary>
internal interface ISettingSource
{
    /// <summary>The values as they are written; null when this place does not mention the setting.</summary>
    IReadOnlyList<string>? Find(Setting setting);

    /// <summary>How a user would find the place again, for a message about this value.</summary>
    string Cite(Setting setting, string value);
}
