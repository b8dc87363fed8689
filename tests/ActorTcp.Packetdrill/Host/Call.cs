namespace ActorTcp.Packetdrill;

/// <summary>What the shim asks for; the numbers are those of <c>Native/wire.h</c>.</summary>
internal enum Call : uint
{
    Socket = 1,
    Bind,
    Listen,
    Accept,
    Connect,
    Read,
    Write,
    Ioctl,
    Close,
    Shutdown,
    GetOption,
    SetOption,
    Poll,

    /// <summary>A packet for the stack.</summary>
    Inject,

    /// <summary>The next packet from the stack, however long it takes on the virtual clock.</summary>
    Sniff,
    Sleep,

    /// <summary>A command line that a script runs, its words parted by line feeds.</summary>
    Command,

    /// <summary>A system call that the shim does not forward.</summary>
    NotOffered,

    /// <summary>OPEN and text in one, for TCP Fast Open: the address, then the text.</summary>
    SendTo,
}
