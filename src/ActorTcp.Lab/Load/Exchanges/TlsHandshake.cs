using System.Net.Security;

namespace ActorTcp.Lab;

/// <summary>
/// An SslStream over octets that an engine brings and takes away. Its reads complete within <see cref="Feed"/>, on the engine's thread, and so does everything
/// that follows from them.
/// </summary>
#pragma warning disable CA1001, CA2000 // Streams that hold nothing of the system's, and live as long as the flow.
internal sealed class TlsHandshake
{
    private readonly TlsOctets _octets = new();
    private readonly Task _handshake;

    public TlsHandshake(string host)
    {
#pragma warning disable CA5359 // Any certificate will do for a measurement.
        var stream = new SslStream(_octets);
        _handshake = stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host, RemoteCertificateValidationCallback = (_, _, _, _) => true });
#pragma warning restore CA5359
    }

    public bool HasFailed => _handshake.IsFaulted || _handshake.IsCanceled;

    /// <summary>Whether it has succeeded, and all that this side had to say is on its way.</summary>
    public bool IsDone => _handshake.IsCompletedSuccessfully && _octets.IsDrained;

    public void Feed(ReadOnlySpan<byte> text) => _octets.Feed(text);

    /// <summary>Sends as much as there is room for.</summary>
    public void Drain(Flow flow) => _octets.Drain(flow);
}
