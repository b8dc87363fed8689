namespace ActorTcp.Lab;

/// <summary>A TLS handshake as the client (RFC 8446), by the platform's own implementation. Whose certificate it is does not matter to a measurement.</summary>
internal sealed record Tls(string Host) : Step
{
    public override bool Proceed(Flow flow, TimeSpan now)
    {
        flow.State ??= new TlsHandshake(Host);
        return IsDone(flow);
    }

    public override bool Receive(Flow flow, ReadOnlySpan<byte> text, out int taken)
    {
        taken = text.Length;
        ((TlsHandshake)flow.State!).Feed(text);
        return IsDone(flow);
    }

    private static bool IsDone(Flow flow)
    {
        var handshake = (TlsHandshake)flow.State!;
        handshake.Drain(flow);
        if (handshake.HasFailed)
        {
            flow.Fail(FlowEnd.Unexpected);
        }

        return handshake.IsDone;
    }
}
