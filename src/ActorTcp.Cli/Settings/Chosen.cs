using System.Collections;
using System.Globalization;

namespace ActorTcp.Cli;

/// <summary>What a setting is in the end.</summary>
/// <param name="Written">As the user wrote it.</param>
/// <param name="Meaning">What it comes to, to be compared: a default that is written down is no other value, a file that has another content is.</param>
internal readonly record struct Chosen(string Written, string Meaning)
{
    public static readonly Chosen ByDefault = new("the default", "");

    /// <param name="values">As written; empty for the default.</param>
    public static Chosen From(IReadOnlyList<string> values, object? meaning) => new(values.Count == 0 ? ByDefault.Written : string.Join(' ', values), MeaningOf(meaning));

    private static string MeaningOf(object? value) => value switch
    {
        ReadOnlyMemory<byte> octets => Convert.ToHexString(octets.Span),
        string text => text,
        IEnumerable list => string.Join(' ', list.Cast<object>().Select(MeaningOf)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
