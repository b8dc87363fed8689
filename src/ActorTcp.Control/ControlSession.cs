using System.Buffers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>One client of a control socket: its question and the answer.</summary>
internal sealed class ControlSession(TcpStack stack, Socket client) : IDisposable
{
    private const int LongestQuestion = 4096;
    private const int MostConnections = 100_000;

    /// <summary>Octets of an answer that are gathered before they are sent.</summary>
    private const int Portion = 65536;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ArrayBufferWriter<byte> _answer = new();

    /// <param name="obstacle">Why there is no answer, whatever the question; it is read all the same, or the client would see a reset.</param>
    public async Task RunAsync(string? obstacle, CancellationToken ending)
    {
        try
        {
            var request = await ReadAsync(ending).ConfigureAwait(false);
            await (obstacle is null ? AnswerAsync(request, ending) : RefuseAsync(obstacle)).ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException or OperationCanceledException && !ending.IsCancellationRequested)
        {
            await RefuseAsync(wrong is FormatException ? wrong.Message : $"not a question. Valid: {{\"ask\":…}} with one of {ControlJson.Questions}").ConfigureAwait(false);
        }
    }

    public void Dispose() => client.Dispose();

    private Task RefuseAsync(string why)
    {
        Tell(new ControlNotice { Error = why }, ControlJson.Default.ControlNotice);
        return SendAsync(CancellationToken.None);
    }

    private async Task<ControlRequest> ReadAsync(CancellationToken ending)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ending);
        patience.CancelAfter(Patience);
        var line = new byte[LongestQuestion];
        var length = 0;
        while (line.AsSpan(0, length).IndexOf((byte)'\n') < 0)
        {
            var read = await client.ReceiveAsync(line.AsMemory(length), patience.Token).ConfigureAwait(false);
            length += read > 0 ? read : throw new FormatException($"a question is one line of at most {LongestQuestion} octets");
        }

        return JsonSerializer.Deserialize(line.AsSpan(0, line.AsSpan(0, length).IndexOf((byte)'\n')), ControlJson.Default.ControlRequest)!;
    }

    private Task AnswerAsync(ControlRequest request, CancellationToken ending)
    {
        var filter = ConnectionFilter.Parse(request.Filter ?? "");
        return request.Ask switch
        {
            ControlQuestion.Stack => TellStackAsync(ending),
            ControlQuestion.Connections => TellConnectionsAsync(filter, request.Limit ?? MostConnections, ending),
            ControlQuestion.Events => FollowAsync(new EventTap(stack, filter, EventTap.UsualRate, request.Limit) { IsAnswer = true }, ending),
            ControlQuestion.Trace => FollowAsync(new TraceTap(filter, request.Limit), ending),
            ControlQuestion.Capture => FollowAsync(new CaptureTap(stack, filter, request.SnapLength ?? int.MaxValue, request.Limit), ending),
        };
    }

    private async Task TellStackAsync(CancellationToken ending)
    {
        Tell(StackAnswer.Of(await stack.ReadAsync().ConfigureAwait(false)), ControlJson.Default.StackAnswer);
        await SendAsync(ending).ConfigureAwait(false);
    }

    private async Task TellConnectionsAsync(ConnectionFilter filter, int limit, CancellationToken ending)
    {
        var reading = await stack.ReadConnectionsAsync(filter, Math.Clamp(limit, 0, MostConnections)).ConfigureAwait(false);
        foreach (var connection in reading.Connections)
        {
            Tell(connection, ControlJson.Default.ConnectionReading);
            if (_answer.WrittenCount > Portion)
            {
                await SendAsync(ending).ConfigureAwait(false);
            }
        }

        Tell(new ControlNotice { LeftOut = reading.LeftOut }, ControlJson.Default.ControlNotice);
        await SendAsync(ending).ConfigureAwait(false);
    }

    /// <summary>Goes on until the client closes its side.</summary>
    private async Task FollowAsync<T>(FeedTap<T> tap, CancellationToken ending)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var closed = WaitForCloseAsync(enough);
        await FeedWriter.RunAsync(stack, tap, SendAsync, enough.Token).ConfigureAwait(false);
        client.Shutdown(SocketShutdown.Send);
        await enough.CancelAsync().ConfigureAwait(false);
        await closed.ConfigureAwait(false);
    }

    private async Task WaitForCloseAsync(CancellationTokenSource enough)
    {
        try
        {
            while (await client.ReceiveAsync(new byte[64], enough.Token).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException)
        {
            // That is one way of closing it.
        }

        await enough.CancelAsync().ConfigureAwait(false);
    }

    private void Tell<T>(T value, JsonTypeInfo<T> type) => JsonLine.Write(_answer, value, type);

    private async Task SendAsync(CancellationToken ending)
    {
        await SendAsync(_answer.WrittenMemory, ending).ConfigureAwait(false);
        _answer.ResetWrittenCount();
    }

    private Task SendAsync(ReadOnlyMemory<byte> octets) => SendAsync(octets, CancellationToken.None);

    private async Task SendAsync(ReadOnlyMemory<byte> octets, CancellationToken ending)
    {
        while (octets.Length > 0)
        {
            octets = octets[await client.SendAsync(octets, ending).ConfigureAwait(false)..];
        }
    }
}
