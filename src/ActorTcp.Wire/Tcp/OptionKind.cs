namespace ActorTcp.Wire;

/// <summary>The Kind octet of a TCP option (IANA). <see cref="OptionKinds"/> is a set of those that are understood.</summary>
internal enum OptionKind : byte
{
    EndOfList = 0,
    NoOperation = 1,
    Mss = 2,
    WindowScale = 3,
    SackPermitted = 4,
    Sack = 5,
    Timestamps = 8,
    UserTimeout = 28,
    FastOpen = 34,

    /// <summary>RFC 6994: shared by experiments, each told from the others by what stands first.</summary>
    Experimental = 254,
}
