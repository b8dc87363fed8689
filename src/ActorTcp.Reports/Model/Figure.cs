using System.Text.Json.Serialization;

namespace ActorTcp.Reports;

/// <summary>Something to look at: a plot, a table or a row of single numbers.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LineChart), "lines")]
[JsonDerivedType(typeof(BarChart), "bars")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Facts), "facts")]
public abstract record Figure
{
    /// <summary>What is shown, over the figure. It also names the figure's data file.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader should notice, under the figure; also the description for those who cannot see it.</summary>
    public string Caption { get; init; } = "";

    /// <summary>How much of a wide page it takes; on a narrow one every figure takes all.</summary>
    public FigureWidth Width { get; init; }
}
