namespace ActorTcp.Lab;

/// <summary>This side sends no more, and goes on to listen (RFC 9293 §3.6).</summary>
internal sealed record HalfClose : Step
{
    public override bool Proceed(Flow flow, TimeSpan now)
    {
        flow.CloseSend();
        return true;
    }
}
