using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>From the words of devices to those of the reader.</summary>
internal static class PacketChecksums
{
    public static ChecksumCheck ToCheck(this PacketOffload offload) => offload.Checksum switch
    {
        PacketChecksum.PseudoHeader => ChecksumCheck.PseudoHeader,
        PacketChecksum.Verified => ChecksumCheck.Trusted,
        _ => ChecksumCheck.Verify,
    };
}
