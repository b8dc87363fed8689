namespace ActorTcp.Reports;

/// <summary>One number and what it is.</summary>
/// <param name="Value">In the base unit.</param>
public sealed record Fact(string Name, double Value, Unit Unit = Unit.Count)
{
    /// <summary>What to compare the number with, in small print: "idle: 0.2 ms".</summary>
    public string Note { get; init; } = "";

    public Tone Tone { get; init; }
}
