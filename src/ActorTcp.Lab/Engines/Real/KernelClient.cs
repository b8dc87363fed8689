using ActorTcp.Linux;

namespace ActorTcp.Lab;

/// <summary>One client of the kernel's own on its way.</summary>
/// <param name="start">From the beginning of the trial.</param>
internal sealed class KernelClient(StreamSocket socket, TimeSpan start)
{
    public StreamSocket Socket => socket;

    public TimeSpan Start => start;

    /// <summary>From the start; null while it is not connected.</summary>
    public TimeSpan? Connect { get; set; }

    public bool IsDone { get; private set; }

    public Attempt End(AttemptOutcome outcome, TimeSpan? firstByte)
    {
        IsDone = true;
        socket.Close();
        return new Attempt(start, outcome, Connect, firstByte);
    }
}
