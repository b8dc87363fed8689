namespace ActorTcp.Lab;

/// <summary>What makes the connections of a load.</summary>
internal enum LoadEngine
{
    /// <summary>Sockets of the operating system.</summary>
    Kernel,

    /// <summary>Our own TCP, over a TUN device that it makes.</summary>
    Stack,
}
