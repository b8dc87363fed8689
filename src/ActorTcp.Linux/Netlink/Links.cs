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
