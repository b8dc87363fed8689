using System.Net;

namespace ActorTcp.Linux;

/// <summary>A TUN device cannot be had. The message says what happened and what to do about it.</summary>
public sealed class TunException : IOException
{
    private TunException(TunFault fault, string message)
        : base(message) => Fault = fault;

    public TunFault Fault { get; }

    internal static TunException NoTunDriver(Errno errno) => new(TunFault.NoTunDriver,
        $"cannot open /dev/net/tun: {errno.Text()}. "
        + "Load the driver with `modprobe tun`, or give the container the device with `--device /dev/net/tun`.");

    internal static TunException NotPermitted(string what, string name) => new(TunFault.NotPermitted,
        $"not permitted to {what}: needs CAP_NET_ADMIN. Run as root or `setcap cap_net_admin+ep` the program "
        + "(in a container `--cap-add NET_ADMIN`), or let root make the device for you: "
        + "`ip tuntap add NAME mode tun user $USER multi_queue; ip link set NAME up; ip route add PREFIX dev NAME`."
            .Replace("NAME", name.Replace("%d", "0", StringComparison.Ordinal), StringComparison.Ordinal));

    internal static TunException BadName(string name) => new(TunFault.BadName,
        $"'{name}' cannot be an interface's name: 1 to 15 octets without space, '/' or ':', and no '%' but one %d.");

    internal static TunException NameTaken(string name, string by) => new(TunFault.NameTaken,
        $"the name {name} is taken by {by}. Choose another name, or see `ip -d link show {name}`.");

    internal static TunException SingleQueue(string name, int wanted) => new(TunFault.SingleQueue,
        $"the existing device {name} has a single queue, but {wanted} are wanted, one per shard. "
        + $"Use one shard, or make it anew: `ip tuntap del {name} mode tun; ip tuntap add {name} mode tun multi_queue`.");

    internal static TunException RouteExists(IPNetwork prefix, string where) => new(TunFault.RouteExists,
        $"the route {prefix} exists already {where}. Choose another prefix, or remove it: `ip route del {prefix}`.");

    internal static TunException NoIPv6(string what) => new(TunFault.BadSetting,
        $"cannot {what}: the kernel has IPv6 disabled. Do without, or see `sysctl net.ipv6.conf.all.disable_ipv6`.");

    internal static TunException BadSetting(string what, Errno errno) => new(TunFault.BadSetting,
        $"the kernel refused to {what}: {errno.Text()}.");
}
