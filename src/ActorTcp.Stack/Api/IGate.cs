using System.Net;

namespace ActorTcp.Stack;

/// <summary>Asked about every connection request before the SYN is answered: whether there is somebody to speak to.</summary>
public interface IGate
{
    /// <summary>Called on a shard's thread, which it must not block; the answer may come later and from any thread. A SYN that is repeated meanwhile waits with the first.</summary>
    /// <param name="local">The address and port that the peer asks for.</param>
    /// <param name="remote">Where the SYN says it comes from; nothing has proved it.</param>
    /// <param name="withdrawn">Cancelled when nobody waits for the answer any more: the peer has sent a reset, or the listener closes.</param>
    ValueTask<GateAnswer> AskAsync(IPEndPoint local, IPEndPoint remote, CancellationToken withdrawn);
}
