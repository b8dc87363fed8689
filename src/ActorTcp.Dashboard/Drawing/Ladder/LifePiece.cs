namespace ActorTcp.Dashboard;

/// <summary>A stretch of an end's life during which it was in states of one phase.</summary>
internal readonly record struct LifePiece(double X, double From, double To, string Phase);
