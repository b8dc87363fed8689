namespace ActorTcp.Lab;

/// <summary>What an engine's figures of memory are.</summary>
internal static class MemoryWords
{
    public static string Memory(this EngineKind engine) => engine switch
    {
        EngineKind.Sim => "Memory is computed: the half-open peers, times about what the policy keeps for each.",
        EngineKind.Tun => "Memory is measured: by how much the managed heap of the whole process has grown, the clients and what is not yet collected included; "
            + "for the kernel, its cache of half-open connections, where it tells.",
        EngineKind.Kernel => "Memory is measured: the kernel's cache of half-open connections, where it tells.",
    };
}
