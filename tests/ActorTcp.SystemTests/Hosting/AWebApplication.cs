using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;

namespace ActorTcp.SystemTests;

/// <summary>An unchanged ASP.NET Core application does the same on the kernel's sockets and on ActorTcp.</summary>
public sealed class AWebApplication : InANamespace
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Transports => ["sockets", "actortcp"];

    public static MatrixTheoryData<string, string> TransportsAndVersions => new(["sockets", "actortcp"], ["http 80 1.1", "http 81 2.0", "https 443 1.1", "https 443 2.0"]);

    [Theory, MemberData(nameof(TransportsAndVersions))]
    public async Task Echoes_a_large_body(string transport, string endpoint)
    {
        var (app, client, url) = Start(transport, endpoint, "/echo");
        using var _ = client;
        var body = RandomNumberGenerator.GetBytes(5_000_000);

        using var response = await client.PostAsync(url, new ByteArrayContent(body), Cancellation);

        Assert.Equal(Convert.ToHexString(SHA256.HashData(body)), Convert.ToHexString(SHA256.HashData(await response.Content.ReadAsByteArrayAsync(Cancellation))));
    }

    [Theory, MemberData(nameof(TransportsAndVersions))]
    public async Task Answers_many_requests_on_one_connection(string transport, string endpoint)
    {
        var (_, client, url) = Start(transport, endpoint, "/connection");
        using var __ = client;
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 20; i++)
        {
            answers.Add(await client.GetStringAsync(url, Cancellation));
        }

        Assert.Single(answers);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Streams_both_ways_at_once_over_http2(string transport)
    {
        var (_, client, url) = Start(transport, "http 81 2.0", "/stream");
        using var __ = client;
        var sent = new TaskCompletionSource<Stream>(TaskCreationOptions.RunContinuationsAsynchronously);
        var over = new TaskCompletionSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new DuplexContent(sent, over.Task) };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation).WaitAsync(Patience, Cancellation);
        var (requests, answers) = (await sent.Task.WaitAsync(Patience, Cancellation), await response.Content.ReadAsStreamAsync(Cancellation));

        for (var i = 0; i < 50; i++)
        {
            var message = Encoding.ASCII.GetBytes($"message {i}");
            await requests.WriteAsync(message, Cancellation);
            await requests.FlushAsync(Cancellation);
            var answer = new byte[message.Length];
            await answers.ReadExactlyAsync(answer, Cancellation).AsTask().WaitAsync(Patience, Cancellation);
            Assert.Equal(message, answer);
        }

        over.SetResult();
        Assert.Equal(0, await answers.ReadAsync(new byte[1], Cancellation));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Speaks_web_sockets(string transport)
    {
        var app = new WebApplicationInANamespace(Namespace, transport);
        using var socket = new NetworkStream(app.Connect(80), ownsSocket: true);
        await socket.WriteAsync("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"u8.ToArray(), Cancellation);
        Assert.StartsWith("HTTP/1.1 101 ", await HeadOf(socket), StringComparison.Ordinal);
        using var web = WebSocket.CreateFromStream(socket, new WebSocketCreationOptions());

        await web.SendAsync("over and out"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        var answer = new byte[100];
        var received = await web.ReceiveAsync(answer, Cancellation);

        Assert.Equal("over and out", Encoding.ASCII.GetString(answer, 0, received.Count));
        await web.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
        Assert.Equal(WebSocketState.Closed, web.State);
    }

    [Theory, MemberData(nameof(Transports))]
    public void Resets_a_connection_that_it_aborts(string transport)
    {
        var app = new WebApplicationInANamespace(Namespace, transport);
        using var client = app.Connect(80);

        client.Send("GET /abort HTTP/1.1\r\nHost: x\r\n\r\n"u8);

        Assert.Equal(SocketError.ConnectionReset, client.Failure());
    }

    [Theory]
    [InlineData("sockets", true), InlineData("sockets", false), InlineData("actortcp", true), InlineData("actortcp", false)]
    public async Task Hears_of_a_client_that_has_gone(string transport, bool byReset)
    {
        var app = new WebApplicationInANamespace(Namespace, transport);
        var gone = app.Connect(80);
        gone.Send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n"u8);
        Assert.True(gone.Receive(new byte[1000]) > 0);

        if (byReset)
        {
            gone.Reset();
        }
        else
        {
            gone.Dispose();
        }

        using var client = app.Client();
        using var patience = new CancellationTokenSource(Patience);
        while (await client.GetStringAsync(app.Url("/aborted"), patience.Token) != "1")
        {
            await Task.Yield();
        }
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Lets_a_request_end_when_it_is_to_stop(string transport)
    {
        var app = new WebApplicationInANamespace(Namespace, transport);
        using var client = app.Connect(80);
        client.Send("GET /slow/1500 HTTP/1.1\r\nHost: x\r\n\r\n"u8);
        using var probe = app.Client();
        await probe.GetStringAsync(app.Url("/"), Cancellation);   // the slow request has been read by then

        app.Command.Signal("TERM");

        using var stream = new NetworkStream(client);
        using var reader = new StreamReader(stream);
        Assert.Contains("at last\n", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, app.Command.WaitForExit(Patience).ExitCode);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Waits_for_a_client_that_does_not_read(string transport)
    {
        const long Length = 200_000_000;
        var app = new WebApplicationInANamespace(Namespace, transport);
        using var client = app.Connect(80);
        client.Send(Encoding.ASCII.GetBytes($"GET /zeros/{Length} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        using var other = app.Client();
        Assert.Equal("hello\n", await other.GetStringAsync(app.Url("/"), Cancellation));

        Assert.InRange(MemoryOf(app.Command.Pid), 0, 200_000_000);
        Assert.True(client.Drain() > Length);
    }

    private (WebApplicationInANamespace App, HttpClient Client, Uri Url) Start(string transport, string endpoint, string path)
    {
        var app = new WebApplicationInANamespace(Namespace, transport);
        var parts = endpoint.Split(' ');
        return (app, app.Client(new Version(parts[2])), app.Url(path, parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static async Task<string> HeadOf(Stream stream)
    {
        var head = new StringBuilder();
        var octet = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(octet, Cancellation);
            head.Append((char)octet[0]);
        }

        return head.ToString();
    }

    /// <summary>Resident octets.</summary>
    private static long MemoryOf(int pid) =>
        long.Parse(File.ReadAllText($"/proc/{pid}/statm").Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) * Environment.SystemPageSize;
}
