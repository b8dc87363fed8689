namespace ActorTcp.Protocol;

/// <summary>What the machine asks its actor to do.</summary>
internal enum EffectKind : byte
{
    /// <summary>Send a segment; its text, if any, stands in the send buffer from <c>Segment.TextStart</c> on.</summary>
    Send,

    /// <summary>The octets [Offset, Offset + Length) of the arriving segment's text are the next in order: hand them to the user.</summary>
    Deliver,

    /// <summary>The octets [Offset, Offset + Length) of the arriving text are out of order: keep them <c>Distance</c> octets after the next in order.</summary>
    Hold,

    /// <summary><c>Length</c> octets that were held are now the next in order.</summary>
    Join,

    /// <summary>The first <c>Length</c> octets of the send buffer are acknowledged: forget them.</summary>
    Release,

    /// <summary>Tell the user something (RFC 9293 §3.9.1, asynchronous reports).</summary>
    Signal,

    /// <summary>Count something.</summary>
    Count,

    /// <summary>The connection has moved along an edge of the state diagram.</summary>
    StateChanged,
}
