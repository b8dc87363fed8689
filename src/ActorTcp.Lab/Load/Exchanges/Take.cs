namespace ActorTcp.Lab;

/// <summary>So many octets come, whatever they are.</summary>
internal sealed record Take(int Octets) : Step
{
    public override bool Proceed(Flow flow, TimeSpan now) => false;

    public override bool Receive(Flow flow, ReadOnlySpan<byte> text, out int taken)
    {
        taken = Math.Min(Octets - flow.Position, text.Length);
        flow.Position += taken;
        return flow.Position == Octets;
    }
}
