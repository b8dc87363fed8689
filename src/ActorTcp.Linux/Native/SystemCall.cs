using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>asm/unistd.h: the numbers of system calls, which differ by processor.</summary>
internal static class SystemCall
{
    public static readonly nint Read = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 0,
        Architecture.X86 or Architecture.Arm or Architecture.Armv6 or Architecture.S390x or Architecture.Ppc64le => 3,
        _ => 63,   // asm-generic/unistd.h
    };

    public static readonly nint Write = Read + 1;
}
