namespace ActorTcp.Protocol;

/// <summary>What acknowledgment is owed to the peer when an event has been handled.</summary>
internal enum AckDue : byte
{
    No,

    /// <summary>It may wait for text to ride on, or for the delayed-ACK timer.</summary>
    Delayed,
    Now,

    /// <summary>At once, because the segment was a duplicate or left a gap (RFC 5681 §4.2).</summary>
    Duplicate,
}
