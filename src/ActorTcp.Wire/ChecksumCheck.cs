namespace ActorTcp.Wire;

/// <summary>Whether the reader sums a packet up, or trusts a device that did (or a memory that cannot err).</summary>
internal enum ChecksumCheck : byte
{
    Verify,
    Trusted,

    /// <summary>The TCP checksum is that of the pseudo-header alone, uncomplemented: the packet has not been on a wire. All others are whole.</summary>
    PseudoHeader,
}
