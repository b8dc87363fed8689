namespace ActorTcp.Cli;

/// <summary>Something that can be chosen under one name as an option, an environment variable or a key of the configuration file.</summary>
/// <param name="Name">As the option has it without its dashes, and the file as key.</param>
/// <param name="ValueName">What stands for the value in the help; null for a switch, which is either on or off.</param>
/// <param name="IsList">Whether it may have several values.</param>
/// <param name="MayChange">Whether a reload may change it while the daemon runs.</param>
/// <param name="Values">The only valid ones, where they can be told beforehand.</param>
internal sealed record Setting(string Name, string? ValueName, string Meaning, bool IsList = false, bool MayChange = false, IReadOnlyList<string>? Values = null)
{
    public string Option => $"--{Name}";

    public string Variable => $"ACTORTCP_{Name.ToUpperInvariant().Replace('-', '_')}";

    public bool IsSwitch => ValueName is null;
}
