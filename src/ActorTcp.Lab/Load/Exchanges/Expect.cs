namespace ActorTcp.Lab;

/// <summary>The peer says exactly this; anything else is a failure of the flow.</summary>
internal sealed record Expect(ReadOnlyMemory<byte> Text) : Step
{
    public override bool Proceed(Flow flow, TimeSpan now) => Text.IsEmpty;

    public override bool Receive(Flow flow, ReadOnlySpan<byte> text, out int taken)
    {
        var due = Text.Span[flow.Position..];
        taken = Math.Min(due.Length, text.Length);
        if (!text[..taken].SequenceEqual(due[..taken]))
        {
            flow.Fail(FlowEnd.Unexpected);
        }

        flow.Position += taken;
        return flow.Position == Text.Length;
    }
}
