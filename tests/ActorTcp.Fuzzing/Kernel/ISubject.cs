using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>A TCP stack under examination, with one connection at a time. Whatever it answers, it answers before a call returns.</summary>
internal interface ISubject : IDisposable
{
    /// <summary>A new connection: the stack listens, or opens actively.</summary>
    /// <param name="tuple">As the stack names it; never used before.</param>
    void Begin(FourTuple tuple, bool isActive);

    void Arrive(ReadOnlySpan<byte> packet);

    /// <summary>A call on the connection; nothing happens where there is none.</summary>
    void Call(CallStep call);

    /// <summary>What it has sent on this connection since the last time.</summary>
    IReadOnlyList<SegmentCopy> Answers();

    /// <summary>The user aborts whatever is left.</summary>
    void End();
}
