namespace ActorTcp.Protocol;

/// <summary>How much a user closes (RFC 9293 §3.6.1).</summary>
internal enum CloseKind : byte
{
    /// <summary>CLOSE as the RFC means it: "I have no more to send", while receiving goes on.</summary>
    SendSide,

    /// <summary>The half-duplex close of MAY-1: the user does not read any more either, and text that is lost by that is answered with RST (SHLD-3).</summary>
    Both,
}
