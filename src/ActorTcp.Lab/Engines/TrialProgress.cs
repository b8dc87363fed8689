namespace ActorTcp.Lab;

/// <summary>How far a trial is.</summary>
/// <param name="Share">Of its expected length, 0 to 1.</param>
/// <param name="FloodPerSecond">The flood's rate of late.</param>
/// <param name="Completed">Clients that had what they wanted.</param>
internal readonly record struct TrialProgress(Trial Trial, double Share, double FloodPerSecond, int Completed, int Attempts, long? HalfOpen);
