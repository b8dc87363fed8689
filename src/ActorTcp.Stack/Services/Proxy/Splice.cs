using System.Net.Sockets;

namespace ActorTcp.Stack;

/// <summary>A client's connection and a server's socket, joined: text, half-closes and resets of each become the other's, and a slow reader slows the writer.</summary>
internal sealed class Splice(TcpConnection client, Socket server)
{
    private const int Chunk = 16384;

    /// <param name="preface">What the server is told before the client's text.</param>
    public async Task RunAsync(ReadOnlyMemory<byte> preface)
    {
        var directions = Task.WhenAll(ToServerAsync(preface), ToClientAsync());
        if (await Task.WhenAny(directions, client.Ended).ConfigureAwait(false) == client.Ended && await client.Ended.ConfigureAwait(false) != ConnectionEnd.Closed)
        {
            ResetServer();   // it may be the server that keeps a direction waiting
        }

        await directions.ConfigureAwait(false);
        server.Dispose();
        await client.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ToServerAsync(ReadOnlyMemory<byte> preface)
    {
        try
        {
            await SendAsync(preface).ConfigureAwait(false);
            for (var isOver = false; !isOver;)
            {
                var read = await client.Input.ReadAsync().ConfigureAwait(false);
                foreach (var piece in read.Buffer)
                {
                    await SendAsync(piece).ConfigureAwait(false);
                }

                client.Input.AdvanceTo(read.Buffer.End);
                isOver = read.IsCompleted;
            }

            server.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            ResetServer();
        }
        catch (Exception failure) when (IsOfTheServer(failure))
        {
            client.Abort();
        }
    }

    private async Task ToClientAsync()
    {
        try
        {
            while (true)
            {
                await server.ReceiveAsync(Memory<byte>.Empty).ConfigureAwait(false);   // no memory is held for a connection that waits
                var received = await server.ReceiveAsync(client.Output.GetMemory(Chunk)).ConfigureAwait(false);
                if (received == 0)
                {
                    await client.Output.CompleteAsync().ConfigureAwait(false);
                    return;
                }

                client.Output.Advance(received);
                if ((await client.Output.FlushAsync().ConfigureAwait(false)).IsCompleted)
                {
                    ResetServer();
                    return;
                }
            }
        }
        catch (IOException)
        {
            ResetServer();
        }
        catch (Exception failure) when (IsOfTheServer(failure))
        {
            client.Abort();
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> text)
    {
        while (!text.IsEmpty)
        {
            text = text[await server.SendAsync(text).ConfigureAwait(false)..];
        }
    }

    /// <summary>The server has reset, or <see cref="ResetServer"/> has closed its socket while the other direction used it.</summary>
    private static bool IsOfTheServer(Exception failure) => failure is SocketException or ObjectDisposedException;

    /// <summary>Closes with a RST in place of a FIN. It may be closed already.</summary>
    private void ResetServer()
    {
        if (!server.SafeHandle.IsClosed)
        {
            server.Close(timeout: 0);
        }
    }
}
