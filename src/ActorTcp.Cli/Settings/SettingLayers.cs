namespace ActorTcp.Cli;

/// <summary>Places for settings, one above the other: the first that mentions a setting decides it alone.</summary>
/// <param name="sources">The strongest first.</param>
internal sealed class SettingLayers(params IReadOnlyList<ISettingSource> sources)
{
    /// <param name="parse">Throws a <see cref="FormatException"/> that names the valid values.</param>
    /// <exception cref="BadInputException">The value cannot be; the message cites its place.</exception>
    public T One<T>(Setting setting, Func<string, T> parse, T otherwise)
    {
        var (source, values) = Find(setting);
        return source is null ? otherwise : Parse(source, setting, values[^1], parse);
    }

    /// <inheritdoc cref="One"/>
    public IReadOnlyList<T> Many<T>(Setting setting, Func<string, T> parse, IReadOnlyList<T> otherwise)
    {
        var (source, values) = Find(setting);
        return source is null ? otherwise : [.. values.Select(value => Parse(source, setting, value, parse))];
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
