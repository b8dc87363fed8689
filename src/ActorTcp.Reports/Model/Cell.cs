using System.Text.Json.Serialization;

namespace ActorTcp.Reports;

/// <summary>A number in its column's base unit, a word, or nothing.</summary>
public readonly record struct Cell
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Number { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    public static implicit operator Cell(double number) => new() { Number = number };

    public static implicit operator Cell(string? text) => new() { Text = text };

    public static implicit operator Cell(double? number) => new() { Number = number };
}
