namespace ActorTcp.Reports;

/// <summary>A question, some words about it, and the figures that answer it.</summary>
/// <param name="Heading">Best the answer itself: "Cookies keep every client".</param>
/// <param name="Prose">What to look at and why; may be empty.</param>
public sealed record Section(string Heading, string Prose, IReadOnlyList<Figure> Figures);
