using System.Runtime.InteropServices;

namespace ActorTcp.SystemTests;

/// <summary>Without the rights of root.</summary>
internal static class Unprivileged
{
    private const uint LINUX_CAPABILITY_VERSION_3 = 0x20080522;

    /// <summary>Runs the command that follows as a user who owns nothing.</summary>
    public static readonly string[] AsNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

    /// <summary>The same in a mount namespace in which /dev/net/tun is open to everybody, as most distributions have it.</summary>
    public static readonly string[] WithTun =
        ["unshare", "--mount", "sh", "-c", "mount -t tmpfs none /dev/net && mknod -m 666 /dev/net/tun c 10 200 && exec \"$@\"", "sh", .. AsNobody];

    /// <summary>capset(2), on the calling thread only, which must not serve anyone else afterwards.</summary>
    public static void DropCapabilities()
    {
        uint[] header = [LINUX_CAPABILITY_VERSION_3, 0];
        Assert.Equal(0, capset(header, new uint[6]));
    }

    [DllImport("libc")]
    private static extern int capset(uint[] hdrp, uint[] datap);
}
