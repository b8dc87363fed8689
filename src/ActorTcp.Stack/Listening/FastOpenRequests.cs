using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>
/// RFC 7413 §4.2.2: what one listener on one shard answers to SYNs with a Fast Open option, and PendingFastOpenRequests: the connections that a cookie has
/// let in and that no ACK has confirmed yet.
/// </summary>
/// <param name="limit">How many there may be at once.</param>
/// <param name="halfOpenTimeout">How long one may be pending.</param>
internal sealed class FastOpenRequests(FastOpenCookies cookies, int limit, TimeSpan halfOpenTimeout, Counters counters)
{
    private readonly Queue<TimeSpan> _reset = new();
    private int _unconfirmed;

    /// <summary>How many there may be at once; with 0 no more is offered.</summary>
    public int Limit { get; set; } = limit;

    /// <summary>PendingFastOpenRequests</summary>
    public int Pending => _unconfirmed + _reset.Count;

    /// <returns>What a connection for this SYN has to do with Fast Open; null when nothing.</returns>
    public FastOpen? Answer(in Packet packet, TimeSpan now)
    {
        if (Limit == 0 || FastOpenOption.In(packet.Tcp.Options) is not { } option)
        {
            return null;
        }

        counters.Add(Counter.FastOpenCookieRequests, option.IsRequest ? 1 : 0);
        if (IsFull(now))
        {
            counters.Add(Counter.FastOpenOverflows);
            return null;
        }

        var tuple = packet.Tuple;
        var fresh = cookies.Make(in tuple, now) with { IsExperimental = option.IsExperimental };
        return option.IsRequest ? new FastOpen { Option = fresh } : Judge(cookies.Judge(in option, in tuple, now), fresh, packet.Tcp.Text.Length);
    }

    /// <summary>A pending one is confirmed, or over.</summary>
    /// <param name="byReset">§5.1: then it counts on for as long as it might have been pending, or a forger who resets what he opens would never meet the limit.</param>
    public void Leave(bool byReset, TimeSpan now)
    {
        _unconfirmed--;
        if (byReset)
        {
            _reset.Enqueue(now + halfOpenTimeout);
        }
    }

    private FastOpen Judge(CookieVerdict verdict, FastOpenOption fresh, int text)
    {
        if (verdict == CookieVerdict.Invalid)
        {
            counters.Add(Counter.FastOpenPassiveFailures);
            return new FastOpen { Option = fresh };
        }

        _unconfirmed++;
        counters.Add(Counter.FastOpenPassive);
        counters.Add(Counter.FastOpenBackupKey, verdict == CookieVerdict.Ageing ? 1 : 0);
        return new FastOpen { IsAccepted = true, TextOnSyn = text, Option = verdict == CookieVerdict.Ageing ? fresh : null };
    }

    /// <summary>Beyond the limit the handshake is the usual one.</summary>
    private bool IsFull(TimeSpan now)
    {
        while (_reset.TryPeek(out var until) && until <= now)
        {
            _reset.Dequeue();
        }

        return Pending >= Limit;
    }
}
