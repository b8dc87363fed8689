using System.Diagnostics;

namespace ActorTcp.Hosting;

/// <summary>A feature of every connection on the stack: what its packets were.</summary>
public interface IHandshakeFeature
{
    /// <summary>The ladder diagram of the connection so far: handshake, segments, states of both ends.</summary>
    Task<string> DrawLadderAsync();

    /// <summary>The connection as a span, to which the spans of its requests have links; null where nobody listens to the activity source <c>ActorTcp</c>.</summary>
    Activity? Activity { get; }
}
