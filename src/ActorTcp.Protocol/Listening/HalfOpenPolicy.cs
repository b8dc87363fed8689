namespace ActorTcp.Protocol;

/// <summary>RFC 4987 §3: what a listener keeps about a peer that has sent a SYN and has not proved its address, and what it does when there are too many of them.</summary>
public enum HalfOpenPolicy
{
    /// <summary>As the textbook says: variables and buffers are allocated at the SYN; at the limit, SYNs are dropped. It is there to be seen collapsing.</summary>
    Textbook,

    /// <summary>§3.4: at the limit, the oldest half-open connection makes way.</summary>
    Recycle,

    /// <summary>§3.3: under pressure a half-open connection is given up sooner; at the limit, SYNs are dropped.</summary>
    ShortTimer,

    /// <summary>§3.5: a compact record in a hashed table; a full bucket forgets its oldest.</summary>
    SynCache,

    /// <summary>§3.6: nothing is kept, every SYN-ACK carries a cookie.</summary>
    Cookies,

    /// <summary>§3.7: a connection for each SYN, and cookies while there are too many.</summary>
    Hybrid,
}
