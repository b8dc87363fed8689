using System.Net;

namespace ActorTcp.Linux;

/// <summary>The kernel's side of a TUN device: its settings, addresses and routes, each taken back in reverse order on disposal.</summary>
internal sealed class TunLink(NetlinkSocket netlink, Link link) : IDisposable
{
    private readonly Links _links = new(netlink);
    private readonly Addresses _addresses = new(netlink);
    private readonly Routes _routes = new(netlink);
    private readonly Stack<Action> _undo = [];

    public string Name => link.Name;

    public int Index => link.Index;

    /// <summary>Applies the settings and brings the link up. What is so already is not asked for: it may not be permitted, nor needed.</summary>
    /// <returns>The MTU in octets.</returns>
    public int SetUp(int? mtu, int? queueLength)
    {
        if (mtu is { } octets && octets != link.Mtu)
        {
            Require(_links.SetMtu(Index, octets), $"set the MTU of {Name} to {octets}");
        }

        if (queueLength is { } packets && packets != link.QueueLength && _links.SetQueueLength(Index, packets) is var errno and not Errno.EPERM)
        {
            Require(errno, $"set the queue length of {Name} to {packets}");
        }

        if (!link.IsUp)
        {
            _links.GenerateNoAddress(Index); // A kernel without IPv6 refuses, and does not need it.
            Require(_links.Up(Index), $"bring {Name} up");
            _undo.Push(() => _links.Down(Index));
        }

        return mtu ?? link.Mtu;
    }

    public void AddAddress(IPAddress address, int prefixLength)
    {
        var errno = _addresses.Add(Index, address, prefixLength);
        if (errno != Errno.EEXIST)
        {
            Require(errno, $"give {Name} the address {address}/{prefixLength}");
            _undo.Push(() => _addresses.Remove(Index, address, prefixLength));
        }
    }

    public void AddRoute(IPNetwork prefix, IPAddress? source)
    {
        var errno = _routes.Add(prefix, Index, source);
        if (errno is Errno.EEXIST or Errno.EPERM && _routes.LinkOf(prefix) is { } other)
        {
            if (other != Index)
            {
                throw TunException.RouteExists(prefix, other == 0 ? "to nowhere" : $"on {_links.Find(other)?.Name}");
            }

            return;
        }

        Require(errno, $"route {prefix} to {Name}");
        _undo.Push(() => _routes.Remove(prefix, Index));
    }

    public void Dispose()
    {
        while (_undo.TryPop(out var undo))
        {
            undo();
        }
    }

    private void Require(Errno errno, string what)
    {
        if (errno != Errno.None)
        {
            throw errno switch
            {
                Errno.EPERM => TunException.NotPermitted(what, Name),
                Errno.EACCES or Errno.EOPNOTSUPP => TunException.NoIPv6(what), // disabled on the device, or in the whole kernel
                _ => TunException.BadSetting(what, errno),
            };
        }
    }
}
