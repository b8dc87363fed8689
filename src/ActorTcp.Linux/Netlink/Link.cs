using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>A network interface as the kernel describes it.</summary>
/// <param name="Kind">The driver's word for it: "tun" for TUN and TAP, null for hardware.</param>
internal sealed record Link(int Index, string Name, bool IsUp, int Mtu, int QueueLength, string? Kind)
{
    /// <summary>Whether whole IP packets pass through it to a process: a TUN and not a TAP.</summary>
    public bool IsTun { get; private init; }

    public bool IsMultiQueue { get; private init; }

    /// <summary>How many queues processes have attached to now.</summary>
    public int AttachedQueues { get; private init; }

    /// <summary>Reads the body of an RTM_NEWLINK message.</summary>
    public static Link Read(ReadOnlySpan<byte> body)
    {
        var message = MemoryMarshal.Read<ifinfomsg>(body);
        var attributes = new NetlinkAttributes(body[Unsafe.SizeOf<ifinfomsg>()..]);
        var driver = attributes.Nested(Rtnetlink.IFLA_LINKINFO);
        var kind = driver.Text(Rtnetlink.IFLA_INFO_KIND);
        var tun = driver.Nested(Rtnetlink.IFLA_INFO_DATA);
        return new Link(
            message.ifi_index,
            attributes.Text(Rtnetlink.IFLA_IFNAME) ?? "",
            (message.ifi_flags & IfTun.IFF_UP) != 0,
            attributes.Int32(Rtnetlink.IFLA_MTU) ?? 0,
            attributes.Int32(Rtnetlink.IFLA_TXQLEN) ?? 0,
            kind)
        {
            IsTun = kind == "tun" && tun.Byte(Rtnetlink.IFLA_TUN_TYPE) == IfTun.IFF_TUN,
            IsMultiQueue = kind == "tun" && tun.Byte(Rtnetlink.IFLA_TUN_MULTI_QUEUE) == 1,
            AttachedQueues = kind == "tun" ? tun.Int32(Rtnetlink.IFLA_TUN_NUM_QUEUES) ?? 0 : 0,
        };
    }
}
