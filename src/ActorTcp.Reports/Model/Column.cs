namespace ActorTcp.Reports;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Unit">What its numbers count; columns of words need none.</param>
/// <param name="Better">Which end of the column deserves to be seen; the best and the worst number are then marked.</param>
public sealed record Column(string Title, Unit Unit = Unit.Count, Better Better = Better.Neither);
