namespace ActorTcp.Lab;

internal enum FlowPhase : byte
{
    /// <summary>Not in use.</summary>
    Free,

    /// <summary>The SYN is out.</summary>
    Connecting,

    /// <summary>Established, within the steps of the exchange.</summary>
    Talking,

    /// <summary>The exchange is over or given up, and the connection is ending.</summary>
    Closing,
}
