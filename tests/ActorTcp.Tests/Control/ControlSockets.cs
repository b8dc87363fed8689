using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using ActorTcp.Control;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Control;

/// <summary>Whoever may open its socket may ask a daemon how it stands.</summary>
[SupportedOSPlatform("linux")]
public sealed class ControlSockets : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LoneStack _stack = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Answer_how_the_stack_stands()
    {
        _stack.Listen(new ListenOptions { Port = 80, Name = "echo", Protocol = new Echo() });
        _stack.Peer("10.9.0.1:1000").Connects();
        await using var server = ControlServer.Open(_stack.Stack, _folder["at0.sock"]);
        using var asked = await ControlClient.AskAsync(server.Path, new ControlRequest { Ask = ControlQuestion.Stack });
        var answer = await asked.ReadAsync(ControlJson.Default.StackAnswer);
        Assert.Equal((1, "echo"), (answer.Stack[Counter.SynsIn], answer.Stack.Listeners[0].Service));
        Assert.Equal((1, 1), (answer.Stack.Connections[TcpState.Established], answer.Handshakes.Count));
        Assert.Equal((await _stack.Stack.ReadAsync()).Edges, answer.Stack.Edges);
        Assert.Null(await asked.ReadLineAsync());
    }

    [Fact]
    public async Task Answer_which_connections_fit_a_filter_and_how_many_were_left_out()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        for (var i = 1; i <= 5; i++)
        {
            _stack.Peer($"10.9.0.{i}:1000").Connects();
        }

        await using var server = ControlServer.Open(_stack.Stack, _folder["at0.sock"]);
        using var asked = await ControlClient.AskAsync(server.Path, new ControlRequest { Ask = ControlQuestion.Connections, Filter = "not dst 10.9.0.3", Limit = 3 });
        var known = (await _stack.Stack.ReadConnectionsAsync()).Connections;
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains(JsonSerializer.Deserialize((await asked.ReadLineAsync())!, ControlJson.Default.ConnectionReading), known);
        }

        Assert.Equal("{\"left_out\":1}", await asked.ReadLineAsync());
    }

    [Theory]
    [InlineData("{\"ask\":\"weather\"}\n", "not a question. Valid: {\"ask\":…} with one of stack, connections, events, trace, capture")]
    [InlineData("GET / HTTP/1.1\n", "not a question. Valid:")]
    [InlineData("{\"ask\":\"connections\",\"filter\":\"prt 80\"}\n", "'prt' is not understood. Valid:")]
    public async Task Say_what_is_valid_when_a_question_is_not(string question, string answer)
    {
        await using var server = ControlServer.Open(_stack.Stack, _folder["at0.sock"]);
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await client.ConnectAsync(new UnixDomainSocketEndPoint(server.Path), TestContext.Current.CancellationToken);
        await client.SendAsync(Encoding.UTF8.GetBytes(question), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(new NetworkStream(client));
        var notice = JsonSerializer.Deserialize(await reader.ReadToEndAsync(TestContext.Current.CancellationToken), ControlJson.Default.ControlNotice)!;
        Assert.StartsWith(answer, notice.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_so_many_clients_at_once_and_tell_the_others()
    {
        await using var server = ControlServer.Open(_stack.Stack, _folder["at0.sock"]);
        var clients = new List<ControlClient>();
        for (var i = 0; i < ControlServer.MostClients; i++)
        {
            clients.Add(await ControlClient.AskAsync(server.Path, new ControlRequest { Ask = ControlQuestion.Capture }));
            await clients[i].ReadFormatAsync();
        }

        using var oneTooMany = await ControlClient.AskAsync(server.Path, new ControlRequest { Ask = ControlQuestion.Stack });
        var refused = await Assert.ThrowsAsync<ControlException>(() => oneTooMany.ReadLineAsync());
        Assert.Equal($"{ControlServer.MostClients} clients ask already", refused.Message);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task Are_their_owners_alone_and_go_with_the_daemon()
    {
        var server = ControlServer.Open(_stack.Stack, _folder["at0.sock"]);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(server.Path));
        Assert.Equal([server.Path], Directory.GetFileSystemEntries(_folder.Path));
        await server.DisposeAsync();
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Replace_what_a_killed_daemon_left_and_nothing_else()
    {
        LeaveBehind("at0.sock");
        LeaveBehind("at1.sock");
        await using var server = ControlServer.Open(_stack.Stack, _folder["at0.sock"]);
        var refused = Assert.Throws<ControlException>(() => ControlServer.Open(_stack.Stack, _folder["at0.sock"]));
        Assert.StartsWith("another daemon answers at", refused.Message, StringComparison.Ordinal);
        ControlPath.Sweep(_folder.Path);
        Assert.Equal([server.Path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Are_found_by_commands_when_there_is_one_or_its_name_is_told()
    {
        string Find(string? path = null, string? name = null) => RunningDaemons.Find(path, name, [_folder.Path]);

        LeaveBehind("at9.sock");
        Assert.Contains("no daemon runs here", Assert.Throws<ControlException>(() => Find()).Message, StringComparison.Ordinal);
        await using var first = ControlServer.Open(_stack.Stack, _folder["at0.sock"]);
        Assert.Equal(first.Path, Find());
        await using var second = ControlServer.Open(_stack.Stack, _folder["at1.sock"]);
        Assert.Equal(second.Path, Find(name: "at1"));
        Assert.Equal("/elsewhere", Find(path: "/elsewhere"));
        Assert.StartsWith("2 daemons run. Choose one with --daemon NAME: at", Assert.Throws<ControlException>(() => Find()).Message, StringComparison.Ordinal);
        Assert.StartsWith("no daemon is called at2. Those that run: at", Assert.Throws<ControlException>(() => Find(name: "at2")).Message, StringComparison.Ordinal);
    }

    private void LeaveBehind(string name)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder["bound"]));
        File.Move(_folder["bound"], _folder[name]);   // closing removes the file that was bound
    }
}
