using System.CommandLine;

namespace ActorTcp.Cli;

/// <summary>Settings as options of a command.</summary>
internal sealed class CommandLineSettings(ParseResult parsed) : ISettingSource
{
    public static Option ToOption(Setting setting)
    {
        Option option = setting switch
        {
            { IsSwitch: true } => new Option<bool>(setting.Option) { Arity = ArgumentArity.Zero },
            { IsList: true } => new Option<string[]>(setting.Option) { Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true },
            _ => new Option<string>(setting.Option) { Arity = ArgumentArity.ExactlyOne },
        };
        option.Description = setting.Meaning;
        option.HelpName = setting.ValueName;
        option.CompletionSources.Add([.. setting.Values ?? []]);
        return option;
    }

    public IReadOnlyList<string>? Find(Setting setting) => parsed.CommandResult.Command.Options
        .Where(option => option.Name == setting.Option)
        .Select(parsed.GetResult)
        .FirstOrDefault() switch
    {
        null or { Implicit: true } => null,
        _ when setting.IsSwitch => ["true"],
        var result => [.. result.Tokens.Select(token => token.Value)],
    };

    public string Cite(Setting setting, string value) => $"{setting.Option} {value}";
}
