using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>What the place to which we write can show.</summary>
internal static class Terminal
{
    /// <summary>Colours only on a terminal, and not where https://no-color.org asks for none; ASCII where the terminal's locale knows no more.</summary>
    public static LadderStyle Style(bool ascii) => new()
    {
        Ascii = ascii || (!Console.IsOutputRedirected && !IsUtf8()),
        Colours = !Console.IsOutputRedirected && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") is not (null or "" or "dumb"),
    };

    /// <summary>locale(7): the first of these variables that is set decides.</summary>
    private static bool IsUtf8()
    {
        string?[] locales = [Variable("LC_ALL"), Variable("LC_CTYPE"), Variable("LANG")];
        var locale = Array.Find(locales, value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.EndsWith("UTF-8", StringComparison.OrdinalIgnoreCase) || locale.EndsWith("utf8", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
