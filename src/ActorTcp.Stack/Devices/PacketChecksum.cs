namespace ActorTcp.Stack;

/// <summary>What the TCP checksum of a packet covers when it crosses between a stack and its device.</summary>
public enum PacketChecksum
{
    /// <summary>All that RFC 9293 §3.1 says: whoever takes the packet looks.</summary>
    Complete,

    /// <summary>The pseudo-header only; the rest was never computed, as the packet has not left the machine, or is computed where it does.</summary>
    PseudoHeader,

    /// <summary>All, and the device has looked.</summary>
    Verified,
}
