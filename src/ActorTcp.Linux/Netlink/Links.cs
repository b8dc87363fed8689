namespace ActorTcp.Linux;

/// <summary>What can be asked of the kernel about network interfaces.</summary>
internal sealed class Links(NetlinkSocket netlink)
{
    public Link? Find(string name) =>
        Find(new NetlinkRequest(Rtnetlink.RTM_GETLINK, Rtnetlink.NLM_F_ACK).Body(default(ifinfomsg)).Attribute(Rtnetlink.IFLA_IFNAME, name));

    public Link? Find(int index) =>
        Find(new NetlinkRequest(Rtnetlink.RTM_GETLINK, Rtnetlink.NLM_F_ACK).Body(new ifinfomsg { ifi_index = index }));

    public Errno Up(int index) => netlink.Ask(Change(index, change: IfTun.IFF_UP, flags: IfTun.IFF_UP));

    public Errno Down(int index) => netlink.Ask(Change(index, change: IfTun.IFF_UP));

    public Errno SetMtu(int index, int octets) => netlink.Ask(Change(index).Attribute(Rtnetlink.IFLA_MTU, octets));

    public Errno SetQueueLength(int index, int packets) => netlink.Ask(Change(index).Attribute(Rtnetlink.IFLA_TXQLEN, packets));

    /// <summary>
    /// Keeps the kernel from giving the link an IPv6 address of its own, and so from sending router solicitations and
    /// multicast reports into it. To be asked before the link goes up.
    /// </summary>
    public Errno GenerateNoAddress(int index) => netlink.Ask(Change(index)
        .Nested(Rtnetlink.IFLA_AF_SPEC, family => family
            .Nested(Sys.AF_INET6, inet6 => inet6
                .Attribute(Rtnetlink.IFLA_INET6_ADDR_GEN_MODE, [Rtnetlink.IN6_ADDR_GEN_MODE_NONE]))));

    /// <summary>Makes a pair of virtual Ethernet devices: one here, the other in the namespace that a descriptor stands for. Both are down.</summary>
    public Errno AddPair(string name, ReadOnlySpan<byte> mac, string peer, ReadOnlySpan<byte> peerMac, int peerNamespace)
    {
        var (own, others) = (mac.ToArray(), peerMac.ToArray());
        return netlink.Ask(new NetlinkRequest(Rtnetlink.RTM_NEWLINK, Rtnetlink.NLM_F_ACK | Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_EXCL)
            .Body(default(ifinfomsg))
            .Attribute(Rtnetlink.IFLA_IFNAME, name)
            .Attribute(Rtnetlink.IFLA_ADDRESS, own)
            .Nested(Rtnetlink.IFLA_LINKINFO, link => link
                .Attribute(Rtnetlink.IFLA_INFO_KIND, "veth")
                .Nested(Rtnetlink.IFLA_INFO_DATA, pair => pair
                    .Nested(Rtnetlink.VETH_INFO_PEER, other => other
                        .Body(default(ifinfomsg))
                        .Attribute(Rtnetlink.IFLA_IFNAME, peer)
                        .Attribute(Rtnetlink.IFLA_ADDRESS, others)
                        .Attribute(Rtnetlink.IFLA_NET_NS_FD, peerNamespace)))));
    }

    private Link? Find(NetlinkRequest request)
    {
        Link? found = null;
        netlink.Ask(request, (_, body) => found = Link.Read(body));
        return found;
    }

    private static NetlinkRequest Change(int index, uint change = 0, uint flags = 0) =>
        new NetlinkRequest(Rtnetlink.RTM_NEWLINK, Rtnetlink.NLM_F_ACK)
            .Body(new ifinfomsg { ifi_index = index, ifi_change = change, ifi_flags = flags });
}
