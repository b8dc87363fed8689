using System.Net;

namespace ActorTcp.Linux;

/// <summary>What can be asked of the kernel about the addresses of its own network interfaces.</summary>
internal sealed class Addresses(NetlinkSocket netlink)
{
    /// <summary>Adds an address that is usable at once: nobody else on a TUN could hold it, so no duplicate is looked for.</summary>
    public Errno Add(int link, IPAddress address, int prefixLength) =>
        netlink.Ask(Request(Rtnetlink.RTM_NEWADDR, Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_EXCL, link, address, prefixLength));

    public Errno Remove(int link, IPAddress address, int prefixLength) =>
        netlink.Ask(Request(Rtnetlink.RTM_DELADDR, 0, link, address, prefixLength));

    private static NetlinkRequest Request(ushort type, int flags, int link, IPAddress address, int prefixLength) =>
        new NetlinkRequest(type, flags | Rtnetlink.NLM_F_ACK)
            .Body(new ifaddrmsg
            {
                ifa_family = address.Family(),
                ifa_prefixlen = (byte)prefixLength,
                ifa_flags = Rtnetlink.IFA_F_NODAD,
                ifa_index = (uint)link,
            })
            .Attribute(Rtnetlink.IFA_LOCAL, address)
            .Attribute(Rtnetlink.IFA_ADDRESS, address);
}
