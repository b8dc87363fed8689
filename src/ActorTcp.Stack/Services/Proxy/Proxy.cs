using System.Net;
using System.Net.Sockets;

namespace ActorTcp.Stack;

/// <summary>Stands in front of a server: clients shake hands with this stack, and what they say goes to the server and back.</summary>
public sealed class Proxy : IGate
{
    private readonly TcpStack _stack;
    private readonly ProxyOptions _options;
    private readonly Upstream _upstream;

    public Proxy(TcpStack stack, ProxyOptions options)
    {
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(options);
        (_stack, _options, _upstream) = (stack, options, new Upstream(options));
    }

    /// <summary>What a listener needs for it.</summary>
    /// <param name="port">As in <see cref="ListenOptions.Port"/>.</param>
    public ListenOptions On(ushort port) => new()
    {
        Port = port,
        Accepted = connection => Run(connection, ServeAsync(connection)),
        Gate = _options.AcceptWhen == AcceptWhen.UpstreamConnected ? this : null,
        Connection = Protocol.ConnectionSettings.Default with { Nagle = false },
    };

    /// <summary>A client that came without the gate: because it need not be asked, or because a cookie had stood in for it.</summary>
    private async Task ServeAsync(TcpConnection connection)
    {
        if (await DialAsync(connection.LocalEndPoint, CancellationToken.None).ConfigureAwait(false) is (_, { } server))
        {
            await SpliceAsync(connection, server).ConfigureAwait(false);
        }
        else
        {
            connection.Abort();
        }
    }

    async ValueTask<GateAnswer> IGate.AskAsync(IPEndPoint local, IPEndPoint remote, CancellationToken withdrawn)
    {
        var (outcome, server) = await DialAsync(local, withdrawn).ConfigureAwait(false);
        return outcome switch
        {
            DialOutcome.Connected => GateAnswer.Open(connection => Run(connection, SpliceAsync(connection, server!)), _ => server!.Close(timeout: 0)),
            DialOutcome.Refused => GateAnswer.Refuse,
            DialOutcome.TimedOut or DialOutcome.Unreachable or DialOutcome.Busy or DialOutcome.Withdrawn => GateAnswer.Ignore,
        };
    }

    private async Task<(DialOutcome Outcome, Socket? Server)> DialAsync(IPEndPoint asked, CancellationToken withdrawn)
    {
        var dial = await _upstream.DialAsync(asked.Port, withdrawn).ConfigureAwait(false);
        _stack.AddFromOutside(dial.Outcome switch
        {
            DialOutcome.Connected => Counter.UpstreamConnects,
            DialOutcome.Refused => Counter.UpstreamRefusals,
            DialOutcome.TimedOut => Counter.UpstreamTimeouts,
            DialOutcome.Unreachable => Counter.UpstreamUnreachable,
            DialOutcome.Busy => Counter.UpstreamInFlightDrops,
            DialOutcome.Withdrawn => Counter.UpstreamWithdrawn,
        });
        return dial;
    }

    /// <summary>Lets the conversation go on by itself; what it throws is an error of ours, and ends this one.</summary>
    private async void Run(TcpConnection connection, Task conversation)
    {
        try
        {
            await conversation.ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            connection.Abort();
            _stack.Report($"proxy of {connection.RemoteEndPoint}", failure);
        }
    }

    private Task SpliceAsync(TcpConnection client, Socket server) =>
        new Splice(client, server).RunAsync(_options.SendProxyHeader ? ProxyHeader.For(client.RemoteEndPoint, client.LocalEndPoint) : default(ReadOnlyMemory<byte>));
}
