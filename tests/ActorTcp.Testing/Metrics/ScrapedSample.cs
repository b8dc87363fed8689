namespace ActorTcp.Testing;

/// <summary>A line of a <see cref="Scrape"/>.</summary>
internal sealed record ScrapedSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);
