namespace ActorTcp.Protocol;

/// <summary>What a server finds about the cookie on a SYN.</summary>
internal enum CookieVerdict : byte
{
    /// <summary>Made for somebody else, by somebody else, or too long ago.</summary>
    Invalid,

    /// <summary>Made by the primary key.</summary>
    Fresh,

    /// <summary>Made by the backup key: good, but not for much longer.</summary>
    Ageing,
}
