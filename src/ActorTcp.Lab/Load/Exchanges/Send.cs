namespace ActorTcp.Lab;

internal sealed record Send(ReadOnlyMemory<byte> Text) : Step
{
    public override bool Proceed(Flow flow, TimeSpan now)
    {
        flow.Position += flow.Send(Text.Span[flow.Position..]);
        return flow.Position == Text.Length;
    }
}
