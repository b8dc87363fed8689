namespace ActorTcp.Protocol;

/// <summary>How the congestion window grows and shrinks.</summary>
public enum CongestionAlgorithm
{
    /// <summary>RFC 5681: a segment in each round trip, and half at a loss.</summary>
    NewReno,

    /// <summary>RFC 9438: by the time since the last loss, for long paths with much in flight.</summary>
    Cubic,
}
