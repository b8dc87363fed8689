namespace ActorTcp.Reports;

/// <summary>A bar, ready to be drawn.</summary>
/// <param name="Place">Null where nothing was measured or the value has no place on the axis.</param>
/// <param name="Range">The pixels from its least to its greatest value, if it has a range.</param>
/// <param name="Label">Its value, behind it.</param>
internal sealed record DrawnBar(int Hue, Box? Place, double Middle, (double Low, double High)? Range, Label Label);
