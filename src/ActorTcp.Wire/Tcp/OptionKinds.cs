namespace ActorTcp.Wire;

/// <summary>Which options a segment carries; <see cref="Malformed"/> when an illegal length ended the walk (MUST-7 asks to survive it).</summary>
[Flags]
internal enum OptionKinds : ushort
{
    None = 0,
    Mss = 1 << 0,
    WindowScale = 1 << 1,
    SackPermitted = 1 << 2,
    Sack = 1 << 3,
    Timestamps = 1 << 4,
    FastOpen = 1 << 5,
    UserTimeout = 1 << 6,
    Unknown = 1 << 7,
    Malformed = 1 << 8,

    /// <summary>Beside <see cref="FastOpen"/>: as an experiment of kind 254, as it was before it had a kind of its own (RFC 7413 §4.1.1).</summary>
    ExperimentalFastOpen = 1 << 9,
}
