using System.Runtime.InteropServices;

namespace ActorTcp.SystemTests;

/// <summary>capset(2): what a test gives up on its own thread, which must not serve anyone else afterwards.</summary>
internal static class Unprivileged
{
    private const uint LINUX_CAPABILITY_VERSION_3 = 0x20080522;

    public static void DropCapabilities()
    {
        uint[] header = [LINUX_CAPABILITY_VERSION_3, 0];
        Assert.Equal(0, capset(header, new uint[6]));
    }

    [DllImport("libc")]
    private static extern int capset(uint[] hdrp, uint[] datap);
}
