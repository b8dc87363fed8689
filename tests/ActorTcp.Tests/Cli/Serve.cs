using ActorTcp.Cli;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Cli;

/// <summary><c>actortcp serve</c>, as far as it goes without a device.</summary>
internal static class Serve
{
    /// <param name="line">The arguments behind <c>serve</c>.</param>
    /// <param name="file">What the configuration file says; null for none.</param>
    public static ServeOptions Options(string line, string? file = null, params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
        var command = new ServeCommand(environment.GetValueOrDefault);
        using var written = new TemporaryFile(file ?? "{}");
        var parsed = command.Parse(file is null ? line : $"{line} --config {written.Path}");
        Assert.Empty(parsed.Errors);
        return command.OptionsOf(parsed);
    }

    /// <summary>The message that bad input gets.</summary>
    public static string Refusal(string line, string? file = null, params (string Name, string Value)[] variables) =>
        Assert.Throws<BadInputException>(() => Options(line, file, variables)).Message;
}
