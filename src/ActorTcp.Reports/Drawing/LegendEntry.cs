namespace ActorTcp.Reports;

/// <summary>One line of a legend.</summary>
/// <param name="Classes">The colour and stroke, as the style sheet knows them.</param>
/// <param name="Hue">Which marker, where it has one.</param>
public sealed record LegendEntry(string Name, string Classes, int Hue, LegendSign Sign);
