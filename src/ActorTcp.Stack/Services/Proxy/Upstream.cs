using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ActorTcp.Stack;

/// <summary>The server behind a <see cref="Proxy"/>, reached through the kernel's own sockets.</summary>
internal sealed class Upstream(ProxyOptions options)
{
    private readonly ConcurrentDictionary<int, int> _inFlight = [];

    /// <param name="asked">The port that the client asked for.</param>
    /// <param name="withdrawn">Cancelled when nobody waits for the connection any more.</param>
    /// <returns>A socket with <see cref="DialOutcome.Connected"/>, which is the caller's to dispose; else null.</returns>
    public async Task<(DialOutcome Outcome, Socket? Socket)> DialAsync(int asked, CancellationToken withdrawn)
    {
        var port = options.Port ?? asked;
        if (_inFlight.AddOrUpdate(port, 1, (_, count) => count + 1) > options.InFlightLimit)
        {
            Landed(port);
            return (DialOutcome.Busy, null);
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(withdrawn);
        deadline.CancelAfter(options.ConnectTimeout);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var outcome = DialOutcome.Unreachable;
        try
        {
            outcome = await ConnectAsync(socket, port, deadline.Token).ConfigureAwait(false);
        }
        finally
        {
            Landed(port);
            if (outcome != DialOutcome.Connected)
            {
                socket.Dispose();
            }
        }

        return outcome == DialOutcome.Connected ? (outcome, socket)
            : (withdrawn.IsCancellationRequested ? DialOutcome.Withdrawn : outcome, null);
    }

    private async Task<DialOutcome> ConnectAsync(Socket socket, int port, CancellationToken deadline)
    {
        try
        {
            EndPoint server = IPAddress.TryParse(options.Host, out var address) ? new IPEndPoint(address, port) : new DnsEndPoint(options.Host, port);
            await socket.ConnectAsync(server, deadline).ConfigureAwait(false);
            return DialOutcome.Connected;
        }
        catch (OperationCanceledException)
        {
            return DialOutcome.TimedOut;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => DialOutcome.Refused,
                SocketError.TimedOut => DialOutcome.TimedOut,
                _ => DialOutcome.Unreachable,
            };
        }
    }

    private void Landed(int port) => _inFlight.AddOrUpdate(port, 0, (_, count) => count - 1);
}
