using System.Net;

namespace ActorTcp.Stack;

/// <summary>A decision of a listener.</summary>
/// <param name="At">Time since the shard's clock began.</param>
/// <param name="What">The counter that counted it says what was decided, and why.</param>
/// <param name="Remote">About whom; null where it was about nobody in particular.</param>
public readonly record struct ListenerEvent(TimeSpan At, Counter What, IPEndPoint? Remote);
