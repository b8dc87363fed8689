namespace ActorTcp.Lab;

/// <summary>What an experiment runs on.</summary>
internal enum EngineKind
{
    /// <summary>The real stack on a virtual clock and network.</summary>
    Sim,

    /// <summary>Real packets and clients of the kernel; the stack behind a TUN device.</summary>
    Tun,

    /// <summary>As <see cref="Tun"/>, but the kernel itself is what is flooded.</summary>
    Kernel,
}
