namespace ActorTcp.Wire;

/// <summary>Whether the reader sums a packet up, or trusts a device that did (or a memory that cannot err).</summary>
internal enum ChecksumCheck : byte
{
    Verify,
    Trusted,
}
