namespace ActorTcp.Protocol;

/// <summary>What a connection in TIME-WAIT does about a segment.</summary>
internal enum TimeWaitAnswer : byte
{
    Drop,

    /// <summary>&lt;SEQ=SND.NXT&gt;&lt;ACK=RCV.NXT&gt;&lt;CTL=ACK&gt;</summary>
    Acknowledge,

    /// <summary>The peer's FIN has come again: our acknowledgment was lost. The 2 MSL begin anew.</summary>
    AcknowledgeAndRestart,

    /// <summary>A SYN that cannot be an old duplicate: the connection ends and the listener takes the SYN (MAY-2, RFC 6191).</summary>
    Reopen,

    /// <summary>A reset ends the wait, where RFC 1337 is switched off.</summary>
    Close,
}
