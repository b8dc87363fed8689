using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>A flow on a connection of our own stack.</summary>
internal sealed class StackFlow(StackGenerator generator, LoadSession session) : Flow(session)
{
    public InlineConnection Connection { get; set; }

    /// <summary>Whether its SYN is out and has not been answered.</summary>
    public bool IsConnecting { get; set; }

    /// <summary>Whether text has been left with the stack for a later step.</summary>
    public bool HasLeftText { get; set; }

    public override int Send(ReadOnlySpan<byte> text) => Connection.Send(text);

    public override void CloseSend() => Connection.CloseSend();

    protected override void Close() => Connection.Close();

    /// <remarks>Not within the turn: the final ACK of the handshake goes out at its end.</remarks>
    protected override void Abort() => generator.AbortSoon(this);

    protected override void Resume(TimeSpan now) => generator.Notify(this);
}
