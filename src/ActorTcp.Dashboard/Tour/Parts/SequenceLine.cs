namespace ActorTcp.Dashboard;

/// <summary>A stretch of a segment's way; x in percent of the drawing's width, y in pixels.</summary>
/// <param name="HasHead">Whether it ends in an arrowhead.</param>
/// <param name="IsWaiting">Whether the network holds the segment up there.</param>
internal readonly record struct SequenceLine(string X1, double Y1, string X2, double Y2, bool HasHead = false, bool IsWaiting = false);
