namespace ActorTcp.Lab;

/// <summary>So many octets go out and come back (RFC 862), both at once: neither side's buffers need hold all of them.</summary>
internal sealed record EchoOf(int Octets) : Step
{
    private static readonly byte[] Text = Enumerable.Repeat((byte)'x', 65536).ToArray();

    public override bool Proceed(Flow flow, TimeSpan now)
    {
        for (int left = Octets - flow.Position, sent = 1; left > 0 && sent > 0; left -= sent)
        {
            sent = flow.Send(Text.AsSpan(0, Math.Min(left, Text.Length)));
            flow.Position += sent;
        }

        return Octets == 0;
    }

    public override bool Receive(Flow flow, ReadOnlySpan<byte> text, out int taken)
    {
        taken = Math.Min(flow.Position - flow.Returned, text.Length);
        flow.Returned += taken;
        if (taken < text.Length || text.ContainsAnyExcept((byte)'x'))
        {
            flow.Fail(FlowEnd.Unexpected);
        }

        return flow.Returned == Octets;
    }
}
