using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>What can be asked of the kernel about its routing tables: the main one, unless a member says otherwise.</summary>
internal sealed class Routes(NetlinkSocket netlink)
{
    /// <param name="source">The address from which the kernel's own sockets speak to the prefix, unless they are bound.</param>
    public Errno Add(IPNetwork prefix, int link, IPAddress? source)
    {
        var request = Request(Rtnetlink.RTM_NEWROUTE, Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_EXCL, prefix, link, new rtmsg
        {
            rtm_protocol = Rtnetlink.RTPROT_STATIC,
            rtm_scope = prefix.BaseAddress.Family() == Sys.AF_INET ? Rtnetlink.RT_SCOPE_LINK : Rtnetlink.RT_SCOPE_UNIVERSE,
            rtm_type = Rtnetlink.RTN_UNICAST,
        });
        return netlink.Ask(source is null ? request : request.Attribute(Rtnetlink.RTA_PREFSRC, source));
    }

    /// <summary>Sends a prefix to a neighbour, who knows the way.</summary>
    public Errno AddVia(IPNetwork prefix, IPAddress gateway, int link) =>
        netlink.Ask(Request(Rtnetlink.RTM_NEWROUTE, Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_EXCL, prefix, link, new rtmsg
        {
            rtm_protocol = Rtnetlink.RTPROT_STATIC,
            rtm_scope = Rtnetlink.RT_SCOPE_UNIVERSE,
            rtm_type = Rtnetlink.RTN_UNICAST,
        }).Attribute(Rtnetlink.RTA_GATEWAY, gateway));

    /// <summary>Makes every address of a prefix the machine's own: sockets may be bound to it.</summary>
    public Errno AddLocal(IPNetwork prefix, int link) =>
        netlink.Ask(Request(Rtnetlink.RTM_NEWROUTE, Rtnetlink.NLM_F_CREATE | Rtnetlink.NLM_F_EXCL, prefix, link, new rtmsg
        {
            rtm_protocol = Rtnetlink.RTPROT_STATIC,
            rtm_scope = Rtnetlink.RT_SCOPE_HOST,
            rtm_type = Rtnetlink.RTN_LOCAL,
            rtm_table = Rtnetlink.RT_TABLE_LOCAL,
        }));

    public Errno Remove(IPNetwork prefix, int link) =>
        netlink.Ask(Request(Rtnetlink.RTM_DELROUTE, 0, prefix, link, new rtmsg { rtm_scope = Rtnetlink.RT_SCOPE_NOWHERE }));

    /// <summary>The link that a prefix is routed to by a route of just this length.</summary>
    /// <returns>Its index; 0 for a route to nowhere, null when there is none.</returns>
    public int? LinkOf(IPNetwork prefix)
    {
        int? link = null;
        var dump = new NetlinkRequest(Rtnetlink.RTM_GETROUTE, Rtnetlink.NLM_F_DUMP).Body(new rtmsg { rtm_family = prefix.BaseAddress.Family() });
        netlink.Ask(dump, (_, body) =>
        {
            var route = MemoryMarshal.Read<rtmsg>(body);
            var attributes = new NetlinkAttributes(body[Unsafe.SizeOf<rtmsg>()..]);
            if (route.rtm_table == Rtnetlink.RT_TABLE_MAIN && route.rtm_dst_len == prefix.PrefixLength
                && (route.rtm_dst_len == 0 || attributes[Rtnetlink.RTA_DST].SequenceEqual(prefix.BaseAddress.GetAddressBytes())))
            {
                link ??= attributes.Int32(Rtnetlink.RTA_OIF) ?? 0;
            }
        });
        return link;
    }

    private static NetlinkRequest Request(ushort type, int flags, IPNetwork prefix, int link, rtmsg route)
    {
        route.rtm_family = prefix.BaseAddress.Family();
        route.rtm_dst_len = (byte)prefix.PrefixLength;
        route.rtm_table = route.rtm_table == 0 ? Rtnetlink.RT_TABLE_MAIN : route.rtm_table;
        return new NetlinkRequest(type, flags | Rtnetlink.NLM_F_ACK)
            .Body(in route)
            .Attribute(Rtnetlink.RTA_DST, prefix.BaseAddress)
            .Attribute(Rtnetlink.RTA_OIF, link);
    }
}
