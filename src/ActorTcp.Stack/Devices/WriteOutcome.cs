namespace ActorTcp.Stack;

/// <summary>What became of a packet handed to a device.</summary>
public enum WriteOutcome
{
    Written,

    /// <summary>The queue is full or memory is short: the packet is lost, as on any wire; retransmission will repair it.</summary>
    Pressure,

    /// <summary>The device refused this packet (too long, malformed, interface down).</summary>
    Refused,
}
