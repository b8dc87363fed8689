using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Which listener a SYN belongs to: the port first, then the longest prefix; 0 stands for every port that has no listener of its own, but for port 0, which is nobody's (RFC 6335 §6).</summary>
internal sealed class ListenerTable
{
    private readonly Dictionary<ushort, List<(Prefix Prefix, ListenerActor Listener)>> _byPort = [];

    public ListenerActor? Find(IpAddr address, ushort port) => port == 0 ? null : FindOn(port, address) ?? FindOn(0, address);

    public void Add(Prefix prefix, ushort port, ListenerActor listener)
    {
        if (!_byPort.TryGetValue(port, out var entries))
        {
            _byPort[port] = entries = [];
        }

        entries.Add((prefix, listener));
        entries.Sort((a, b) => b.Prefix.Length.CompareTo(a.Prefix.Length));
    }

    public void Remove(ListenerActor listener)
    {
        foreach (var entries in _byPort.Values)
        {
            entries.RemoveAll(entry => entry.Listener == listener);
        }
    }

    private ListenerActor? FindOn(ushort port, IpAddr address)
    {
        if (_byPort.TryGetValue(port, out var entries))
        {
            foreach (var (prefix, listener) in entries)
            {
                if (prefix.Contains(address))
                {
                    return listener;
                }
            }
        }

        return null;
    }
}
