namespace ActorTcp.Cli;

/// <summary>Places for settings, one above the other: the first that mentions a setting decides it alone.</summary>
/// <param name="sources">The strongest first.</param>
internal sealed class SettingLayers(params IReadOnlyList<ISettingSource> sources)
{
    private readonly Dictionary<Setting, Chosen> _chosen = [];

    /// <summary>All settings that have been read, and what they are.</summary>
    public IReadOnlyDictionary<Setting, Chosen> Chosen => _chosen;

    /// <param name="parse">Throws a <see cref="FormatException"/> that names the valid values.</param>
    /// <exception cref="BadInputException">The value cannot be; the message cites its place.</exception>
    public T One<T>(Setting setting, Func<string, T> parse, T otherwise)
    {
        var (source, values) = Find(setting);
        var value = source is null ? otherwise : Parse(source, setting, values[^1], parse);
        _chosen.TryAdd(setting, Cli.Chosen.From(values, value));
        return value;
    }

    /// <inheritdoc cref="One"/>
    public IReadOnlyList<T> Many<T>(Setting setting, Func<string, T> parse, IReadOnlyList<T> otherwise)
    {
        var (source, values) = Find(setting);
        var parsed = source is null ? otherwise : [.. values.Select(value => Parse(source, setting, value, parse))];
        _chosen.TryAdd(setting, Cli.Chosen.From(values, parsed));
        return parsed;
    }

    private (ISettingSource? Source, IReadOnlyList<string> Values) Find(Setting setting)
    {
        foreach (var source in sources)
        {
            if (source.Find(setting) is { Count: > 0 } values)
            {
                return (source, values);
            }
        }

        return (null, []);
    }

    private static T Parse<T>(ISettingSource source, Setting setting, string value, Func<string, T> parse)
    {
        try
        {
            return parse(value);
        }
        catch (FormatException wrong)
        {
            throw new BadInputException($"{source.Cite(setting, value)}: {wrong.Message}");
        }
    }
}
