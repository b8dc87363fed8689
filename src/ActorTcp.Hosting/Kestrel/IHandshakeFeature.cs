namespace ActorTcp.Hosting;

/// <summary>A feature of every connection on the stack: what its packets were.</summary>
public interface IHandshakeFeature
{
    /// <summary>The ladder diagram of the connection so far: handshake, segments, states of both ends.</summary>
    Task<string> DrawLadderAsync();
}
