using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>RFC 7413 §4.1.3: the cookies that servers gave to this client, and the servers that want none of it (§4.1.3.1). Each shard has its own, of bounded size.</summary>
/// <param name="retryAfter">How long Fast Open is not tried again where it failed.</param>
internal sealed class FastOpenCache(TimeSpan retryAfter)
{
    private const int Capacity = 4096;

    /// <summary>By both addresses and the server's port, as the cookie depends on the addresses, and whether there is a service behind it on the port.</summary>
    private readonly Dictionary<FourTuple, FastOpenPeer> _peers = [];
    private readonly Queue<FourTuple> _byAge = new();

    /// <returns>What an active OPEN is to try; null where that was refused not long ago.</returns>
    public FastOpen? For(in FourTuple tuple, TimeSpan now)
    {
        if (!_peers.TryGetValue(Path(in tuple), out var peer))
        {
            return new FastOpen { Option = FastOpenOption.Request };
        }

        return peer.RefusedUntil > now ? null : new FastOpen { Option = peer.Cookie, Mss = peer.Mss };
    }

    public void Remember(in FourTuple tuple, FastOpenOption cookie, ushort mss) => Set(Path(in tuple), new FastOpenPeer(cookie, mss, TimeSpan.Zero));

    public void Refused(in FourTuple tuple, TimeSpan now) => Set(Path(in tuple), new FastOpenPeer(FastOpenOption.Request, Mss: 0, now + retryAfter));

    private void Set(FourTuple path, FastOpenPeer peer)
    {
        if (!_peers.ContainsKey(path))
        {
            if (_byAge.Count == Capacity)
            {
                _peers.Remove(_byAge.Dequeue());
            }

            _byAge.Enqueue(path);
        }

        _peers[path] = peer;
    }

    private static FourTuple Path(in FourTuple tuple) => tuple with { LocalPort = 0 };
}
