using ActorTcp.Protocol;

namespace ActorTcp.Dashboard;

/// <summary>What each policy does, as RFC 4987 §3 tells it.</summary>
internal static class PolicyWords
{
    /// <summary>As the command line has it.</summary>
    public static string Name(HalfOpenPolicy policy) => policy switch
    {
        HalfOpenPolicy.Textbook => "textbook",
        HalfOpenPolicy.Recycle => "recycle",
        HalfOpenPolicy.ShortTimer => "short-timer",
        HalfOpenPolicy.SynCache => "syn-cache",
        HalfOpenPolicy.Cookies => "cookies",
        HalfOpenPolicy.Hybrid => "hybrid",
    };

    public static string Telling(HalfOpenPolicy policy) => policy switch
    {
        HalfOpenPolicy.Textbook => "Every SYN costs a whole connection with its buffers. At the limit further SYNs are dropped, those of honest clients too: a flood shuts the port.",
        HalfOpenPolicy.Recycle => "At the limit the oldest half-open connection makes way for the newest SYN. Under a fast flood honest clients lose theirs before they can answer.",
        HalfOpenPolicy.ShortTimer => "Under pressure a half-open connection is given up after seconds instead of a minute. At the limit SYNs are dropped.",
        HalfOpenPolicy.SynCache => "A SYN costs a record of 64 octets instead of a connection. When its bucket is full, the oldest record there is forgotten.",
        HalfOpenPolicy.Cookies => "A SYN costs nothing: what has to be remembered travels in the sequence number of the SYN-ACK, and comes back in the final ACK.",
        HalfOpenPolicy.Hybrid => "A connection for each SYN in calm times; at the limit cookies for everybody, until the flood is over.",
    };
}
