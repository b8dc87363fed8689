using System.Net;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary>
/// A TUN device of the network namespace in which it was opened: made or attached, set up, and up. Disposing it takes back what
/// was added, and the device with it unless that was there before.
/// </summary>
public sealed class TunInterface : IDisposable
{
    private readonly NetlinkSocket _netlink = new();
    private readonly List<SafeFileHandle> _handles = [];
    private readonly TunLink _link;

    private TunInterface(TunOptions options)
    {
        try
        {
            var hasHeader = options.Offload && TunDriver.KnowsHeaders();
            _link = new TunLink(_netlink, AttachOrCreate(options.Name, options.Queues, hasHeader));
            Mtu = _link.SetUp(options.Mtu, options.QueueLength);
            Queues = [.. _handles.Select(handle => new TunQueue(handle, Mtu, hasHeader))];
            HostAddresses = options.HostAddresses ?? SourceAddresses.MissingFor(options.Routes);
            AddAddressesAndRoutes(options.Routes);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The name that the device has in the end.</summary>
    public string Name => _link.Name;

    /// <summary>The number by which the kernel knows the device.</summary>
    public int Index => _link.Index;

    /// <summary>The largest IP packet that it carries, in octets.</summary>
    public int Mtu { get; }

    /// <summary>One per shard.</summary>
    public IReadOnlyList<TunQueue> Queues { get; } = [];

    /// <summary>The machine's own addresses on the device, as they were wanted or found missing.</summary>
    internal IReadOnlyList<IPAddress> HostAddresses { get; } = [];

    /// <exception cref="TunException">The device cannot be had as wanted; nothing of it is left behind.</exception>
    public static TunInterface Open(TunOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Queues, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Queues, TunDriver.MostQueues);
        return TunName.IsValid(options.Name) ? new TunInterface(options) : throw TunException.BadName(options.Name);
    }

    /// <summary>Gives the machine itself an address on the device. A prefix shorter than the address routes its packets here too.</summary>
    /// <exception cref="TunException">The kernel refuses.</exception>
    public void AddAddress(IPAddress address, int prefixLength) => _link.AddAddress(address, prefixLength);

    /// <summary>Routes a prefix to the device; one that is routed to it already stays as it is.</summary>
    /// <param name="source">The machine's own address from which its unbound sockets speak to the prefix; null leaves the choice to the kernel.</param>
    /// <exception cref="TunException">The prefix is routed elsewhere, or the kernel refuses.</exception>
    public void AddRoute(IPNetwork prefix, IPAddress? source = null) => _link.AddRoute(prefix, source);

    public void Dispose()
    {
        _link?.Dispose(); // null where opening has failed before
        foreach (var handle in _handles)
        {
            EndOffload(handle);
            handle.Dispose();
        }

        _netlink.Dispose();
    }

    /// <summary>Leaves a persistent device as the next one expects it, who may know nothing of offload.</summary>
    private static void EndOffload(SafeFileHandle handle)
    {
        if (!handle.IsClosed)
        {
            TunDriver.SetOffload(handle, features: 0);
        }
    }

    private Link AttachOrCreate(string name, int queues, bool hasHeader)
    {
        var links = new Links(_netlink);
        var link = links.Find(name);
        var multiQueue = link is null ? queues > 1 : Attachable(link, queues).IsMultiQueue;
        if (link is null)
        {
            _handles.Add(TunDriver.Create(ref name, multiQueue, hasHeader));
        }

        while (_handles.Count < queues)
        {
            _handles.Add(TunDriver.Attach(name, multiQueue, hasHeader));
            EndOffload(_handles[^1]);   // whoever had the device before may have been killed
        }

        return link ?? links.Find(name) ?? throw new IOException($"the TUN device {name} has vanished");
    }

    private static Link Attachable(Link link, int queues) => link switch
    {
        { IsTun: false } => throw TunException.NameTaken(link.Name, $"an interface of another kind ({link.Kind ?? "hardware"})"),
        { AttachedQueues: > 0 } => throw TunException.NameTaken(link.Name, "another process, which is attached to this TUN device"),
        { IsMultiQueue: false } when queues > 1 => throw TunException.SingleQueue(link.Name, queues),
        _ => link,
    };

    private void AddAddressesAndRoutes(IReadOnlyList<IPNetwork> routes)
    {
        foreach (var address in HostAddresses)
        {
            AddAddress(address, prefixLength: address.GetAddressBytes().Length * 8);
        }

        foreach (var prefix in routes)
        {
            AddRoute(prefix, HostAddresses.FirstOrDefault(address => address.AddressFamily == prefix.BaseAddress.AddressFamily));
        }
    }
}
