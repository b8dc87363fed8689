namespace ActorTcp.Lab;

/// <summary>The connection stays as it is for a time.</summary>
internal sealed record Hold(TimeSpan For) : Step
{
    public override bool Proceed(Flow flow, TimeSpan now) => flow.HasRested(For, now);
}
