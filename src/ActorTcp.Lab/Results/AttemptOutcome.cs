namespace ActorTcp.Lab;

/// <summary>How a client's attempt ended.</summary>
internal enum AttemptOutcome
{
    /// <summary>The client had what it wanted.</summary>
    Completed,

    /// <summary>A reset answered its SYN.</summary>
    Refused,

    /// <summary>It was connected, and reset before the octet came that it waited for.</summary>
    Reset,

    /// <summary>It lost patience before it was connected.</summary>
    NotConnected,

    /// <summary>It was connected, and lost patience before the octet came.</summary>
    NotServed,
}
