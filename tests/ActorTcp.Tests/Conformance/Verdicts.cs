namespace ActorTcp.Tests.Conformance;

/// <summary>What can be said of a rule.</summary>
internal static class Verdicts
{
    /// <param name="isShown">Whether a test bears witness.</param>
    /// <param name="note">What is to be known; its first words say when a rule is not kept.</param>
    public static string Of(bool isShown, string? note) =>
        note?.StartsWith("deviates", StringComparison.Ordinal) == true ? "deviates"
        : isShown ? "kept"
        : note?.StartsWith("not offered", StringComparison.Ordinal) == true ? "not offered"
        : "kept, by construction";
}
