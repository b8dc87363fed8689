namespace ActorTcp.Cli;

/// <summary>Settings as environment variables; commas stand between the values of a list. An empty variable is as good as none.</summary>
/// <param name="variable">Looks a variable up.</param>
internal sealed class EnvironmentSettings(Func<string, string?> variable) : ISettingSource
{
    public IReadOnlyList<string>? Find(Setting setting) => variable(setting.Variable) switch
    {
        null or "" => null,
        var values when setting.IsList => values.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        var value => [value.Trim()],
    };

    public string Cite(Setting setting, string value) => $"{setting.Variable}={value}";
}
