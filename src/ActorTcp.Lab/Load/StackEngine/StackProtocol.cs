using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>Hands what happens on a connection to its flow.</summary>
internal sealed class StackProtocol(StackGenerator generator) : InlineProtocol
{
    /// <summary>The flow that is being opened: it becomes the next connection's.</summary>
    public StackFlow? Opening { get; set; }

    internal override void Begun(InlineConnection connection)
    {
        Opening!.Connection = connection;
        connection.State = Opening;
        generator.SynLeaves(Opening);
        Opening = null;
    }

    public override void Opened(InlineConnection connection)
    {
        var flow = FlowOf(connection);
        generator.Settle(flow);
        flow.Established(generator.Now);
    }

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
    {
        var flow = FlowOf(connection);
        var taken = flow.Received(text, generator.Now);
        flow.HasLeftText = taken < text.Length;
        return taken;
    }

    public override void PeerClosed(InlineConnection connection) => FlowOf(connection).PeerClosed(generator.Now);

    public override void Writable(InlineConnection connection) => FlowOf(connection).Proceed(generator.Now);

    public override void Notified(InlineConnection connection) => FlowOf(connection).Proceed(generator.Now);

    public override void Ended(InlineConnection connection, ConnectionEnd end)
    {
        var flow = FlowOf(connection);
        generator.Settle(flow);
        flow.Ended(generator.Now, end switch
        {
            ConnectionEnd.Closed => FlowEnd.Completed,
            ConnectionEnd.Reset => FlowEnd.Reset,
            ConnectionEnd.Refused => FlowEnd.Refused,
            ConnectionEnd.TimedOut => FlowEnd.TimedOut,
            ConnectionEnd.Unreachable => FlowEnd.Unreachable,
            ConnectionEnd.Aborted => FlowEnd.CutOff,
            ConnectionEnd.Failed => FlowEnd.Failed,
        });
        generator.Release(flow);
    }

    private static StackFlow FlowOf(InlineConnection connection) => (StackFlow)connection.State!;
}
