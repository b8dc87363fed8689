namespace ActorTcp.Lab;

/// <summary>Whatever comes until the peer closes its side.</summary>
internal sealed record TakeToEnd : Step
{
    public override bool EndsWithPeer => true;

    public override bool Proceed(Flow flow, TimeSpan now) => flow.PeerHasClosed;

    public override bool Receive(Flow flow, ReadOnlySpan<byte> text, out int taken)
    {
        taken = text.Length;
        return false;
    }
}
