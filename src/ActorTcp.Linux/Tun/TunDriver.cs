using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary><c>/dev/net/tun</c>: each descriptor of it becomes one queue of one device.</summary>
internal static class TunDriver
{
    /// <summary>The most queues that the driver has for a device (MAX_TAP_QUEUES).</summary>
    public const int MostQueues = 256;

    /// <summary>Makes a device with its first queue.</summary>
    /// <param name="name">Where it is a pattern, the name that the kernel has chosen replaces it.</param>
    public static SafeFileHandle Create(ref string name, bool multiQueue, bool hasHeader) =>
        SetInterface(ref name, Mode(multiQueue, hasHeader) | IfTun.IFF_TUN_EXCL, $"create TUN '{name}'");

    /// <summary>Opens a queue of a device that exists.</summary>
    public static SafeFileHandle Attach(string name, bool multiQueue, bool hasHeader) =>
        SetInterface(ref name, Mode(multiQueue, hasHeader), $"attach to TUN '{name}'");

    /// <summary>Whether this kernel can put a <see cref="virtio_net_hdr"/> before each packet.</summary>
    public static bool KnowsHeaders()
    {
        using var handle = Open(name: "");
        var features = 0;
        return Libc.ioctl(handle, IfTun.TUNGETFEATURES, ref features) == 0 && (features & IfTun.IFF_VNET_HDR) != 0;
    }

    /// <summary>Which unfinished packets the kernel may hand over: TUN_F_… A persistent device remembers it beyond its queues.</summary>
    /// <returns>Whether the kernel agrees.</returns>
    public static bool SetOffload(SafeFileHandle queue, int features) => Libc.ioctl(queue, IfTun.TUNSETOFFLOAD, features) == 0;

    private static SafeFileHandle SetInterface(ref string name, int mode, string what)
    {
        var handle = Open(name);
        var request = new ifreq(name, mode);
        if (Libc.ioctl(handle, IfTun.TUNSETIFF, ref request) == 0)
        {
            name = request.Name;
            return handle;
        }

        var errno = Libc.Last;
        handle.Dispose();
        throw errno switch
        {
            Errno.EPERM => TunException.NotPermitted(what, name),
            Errno.EBUSY => TunException.NameTaken(name, "another process"),
            _ => TunException.BadSetting(what, errno),
        };
    }

    private static SafeFileHandle Open(string name)
    {
        var handle = Libc.open("/dev/net/tun", Sys.O_RDWR | Sys.O_NONBLOCK | Sys.O_CLOEXEC);
        if (!handle.IsInvalid)
        {
            return handle;
        }

        var errno = Libc.Last;
        throw errno is Errno.EACCES or Errno.EPERM ? TunException.NotPermitted("open /dev/net/tun", name) : TunException.NoTunDriver(errno);
    }

    private static int Mode(bool multiQueue, bool hasHeader) =>
        IfTun.IFF_TUN | IfTun.IFF_NO_PI | (multiQueue ? IfTun.IFF_MULTI_QUEUE : 0) | (hasHeader ? IfTun.IFF_VNET_HDR : 0);
}
