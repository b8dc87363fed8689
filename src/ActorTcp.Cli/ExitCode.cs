namespace ActorTcp.Cli;

/// <summary>What the program tells its caller in the end.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The machine refused, or something broke.</summary>
    public const int Failure = 1;

    /// <summary>An option, variable or file says what cannot be; the message names what can.</summary>
    public const int BadInput = 2;
}
