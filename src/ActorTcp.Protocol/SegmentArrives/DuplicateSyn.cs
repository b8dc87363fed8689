namespace ActorTcp.Protocol;

/// <summary>Whether a segment repeats the SYN that has been taken already, while ours is not acknowledged.</summary>
internal enum DuplicateSyn : byte
{
    No,

    /// <summary>The peer has not seen our SYN-ACK: an ACK as §3.10.7.4 asks would not help it, the SYN-ACK does.</summary>
    Alone,

    /// <summary>It comes with an ACK, as in the sixth line of Figure 7: the SYN is old, the ACK is new.</summary>
    WithAck,
}
