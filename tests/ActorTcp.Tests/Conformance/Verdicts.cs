namespace ActorTcp.Tests.Conformance;

/// <summary>What can be said of a rule.</summary>
internal static class Verdicts
{
    /// <param name="isShown">Whether a test bears witness.</param>
    /// <param name="note">What is to be known; its first words say when a rule is not kept.</param>
    public static string Of(bool isShown, string? note) =>
        note?.StartsWith("deviates", StringComparison.Ordinal) == true ? "deviates"
        : isShown ? "kept"
        : IsNotOffered(note) ? "not offered"
        : "kept, by construction";

    /// <summary>The note, unless a test has overtaken it.</summary>
    public static string? Known(bool isShown, string? note) => isShown && IsNotOffered(note) ? null : note;

    private static bool IsNotOffered(string? note) => note?.StartsWith("not offered", StringComparison.Ordinal) == true;
}
