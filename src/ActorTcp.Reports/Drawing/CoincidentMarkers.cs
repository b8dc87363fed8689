namespace ActorTcp.Reports;

/// <summary>Where lines coincide their markers would cover one another. They take turns instead, so that each line can be found.</summary>
internal static class CoincidentMarkers
{
    private const double Near = 5;

    public static IEnumerable<DrawnLine> InTurns(IReadOnlyList<DrawnLine> lines)
    {
        var places = lines.SelectMany((line, index) => line.Markers.Select(at => (Line: index, At: at)))
            .GroupBy(each => (X: Math.Round(each.At.X / Near), Y: Math.Round(each.At.Y / Near)))
            .OrderBy(place => place.Key)
            .ToLookup(place => place.Count() > 1);
        var kept = places[true].Select((place, turn) => place.ElementAt(turn % place.Count()))
            .Concat(places[false].Select(place => place.First()))
            .ToLookup(each => each.Line, each => each.At);
        return lines.Select((line, index) => line with { Markers = [.. kept[index]] });
    }
}
