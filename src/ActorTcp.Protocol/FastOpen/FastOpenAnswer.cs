namespace ActorTcp.Protocol;

/// <summary>What a SYN-ACK says about the Fast Open of an active OPEN.</summary>
internal enum FastOpenAnswer : byte
{
    /// <summary>Nothing new: the cookie was good.</summary>
    None,

    /// <summary>A cookie, to be used from now on.</summary>
    Cookie,

    /// <summary>Neither was the text of the SYN acknowledged nor is there a cookie: the server, or somebody on the way, does not want it (RFC 7413 §4.1.3.1).</summary>
    Refused,
}
