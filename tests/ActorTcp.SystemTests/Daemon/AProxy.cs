using System.Net.Sockets;
using System.Text;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>RFC 4987 §3.8: the daemon in front of a server that kernel sockets reach.</summary>
public sealed class AProxy : InANamespace
{
    private const string Address = "10.77.0.1";

    public static TheoryData<string> Both => ["handshake-done", "upstream-connected"];

    [Theory, MemberData(nameof(Both))]
    public void Fetches_nginxs_page_with_curl(string acceptWhen)
    {
        Needs.Command("nginx");
        Needs.Command("curl");
        using var nginx = Nginx.Start(Namespace, port: 8080);
        var daemon = Daemon.Start(Namespace, "--service", "80=proxy:127.0.0.1:8080", "--accept-when", acceptWhen);

        var pages = Namespace.Run("curl", "-sS", "--max-time", "10", $"http://{Address}/", "http://10.77.3.4/", "http://[fd77::5]/").MustSucceed().Output;

        Assert.Equal(string.Concat(Enumerable.Repeat(Nginx.Page, 3)), pages);
        Assert.Equal(3, daemon.Stop()[Counter.UpstreamConnects]);
    }

    [Fact]
    public void Tells_nginx_the_clients_address_when_asked_to()
    {
        Needs.Command("nginx");
        Needs.Command("curl");
        using var nginx = Nginx.Start(Namespace, port: 8080, proxyProtocol: true);
        Daemon.Start(Namespace, "--service", "80=proxy:127.0.0.1:8080", "--proxy-header", "--host-address", "198.18.0.77");

        Assert.Equal("198.18.0.77 to 10.77.0.1\n", Namespace.Run("curl", "-sS", "--max-time", "10", $"http://{Address}/who").MustSucceed().Output);
    }

    [Fact]
    public void Looks_closed_where_the_server_is_closed_when_the_server_is_asked_first()
    {
        using var listener = KernelServer.Listen(Namespace, 4001);
        var daemon = Daemon.Start(Namespace, "--service", "0=proxy:127.0.0.1", "--accept-when", "upstream-connected", "--drain", "0");

        using var client = KernelClient.Connect(Namespace, Address, 4001);
        var refused = Assert.Throws<SocketException>(() => KernelClient.Connect(Namespace, Address, 4002));

        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        var end = daemon.Stop();
        Assert.Equal((1, 1, 1), (end[Counter.UpstreamConnects], end[Counter.UpstreamRefusals], end[Counter.PassiveOpens]));
    }

    [Fact]
    public void Looks_open_and_resets_where_the_server_is_closed_when_the_handshake_comes_first()
    {
        Daemon.Start(Namespace, "--service", "0=proxy:127.0.0.1");
        using var client = KernelClient.Connect(Namespace, Address, 4002);

        Assert.Equal(SocketError.ConnectionReset, client.Failure());
    }

    [Theory, MemberData(nameof(Both))]
    public void Carries_each_half_close_through(string acceptWhen)
    {
        using var listener = KernelServer.Listen(Namespace, 4001);
        var daemon = Daemon.Start(Namespace, "--service", "80=proxy:127.0.0.1:4001", "--accept-when", acceptWhen);
        using var client = KernelClient.Connect(Namespace, Address, 80);
        using var server = listener.Next();

        client.Send("all I have to say"u8);
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal("all I have to say".Length, server.Drain());
        var answer = Task.Factory.StartNew(() => server.Send(new byte[3_000_000]), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var buffer = new byte[65536];
        var received = 0;
        while (received < 3_000_000)
        {
            received += client.Receive(buffer);
        }

        server.Shutdown(SocketShutdown.Send);

        Assert.Equal(0, client.Drain());
        Assert.True(answer.IsCompletedSuccessfully);
        var end = daemon.Stop();
        Assert.Equal((0, 0), (end[Counter.ResetsOut], end[Counter.ResetsIn]));
    }

    [Theory, MemberData(nameof(Both))]
    public void Carries_a_reset_of_the_client_through(string acceptWhen)
    {
        using var listener = KernelServer.Listen(Namespace, 4001);
        Daemon.Start(Namespace, "--service", "80=proxy:127.0.0.1:4001", "--accept-when", acceptWhen);
        var client = KernelClient.Connect(Namespace, Address, 80);
        using var server = listener.Next();
        client.Send("hello"u8);
        server.Receive(new byte[5]);

        client.Reset();

        Assert.Equal(SocketError.ConnectionReset, server.Failure());
    }

    [Theory, MemberData(nameof(Both))]
    public void Carries_a_reset_of_the_server_through(string acceptWhen)
    {
        using var listener = KernelServer.Listen(Namespace, 4001);
        Daemon.Start(Namespace, "--service", "80=proxy:127.0.0.1:4001", "--accept-when", acceptWhen);
        using var client = KernelClient.Connect(Namespace, Address, 80);
        var server = listener.Next();
        client.Send("hello"u8);
        server.Receive(new byte[5]);

        server.Reset();

        Assert.Equal(SocketError.ConnectionReset, client.Failure());
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Slows_the_writer_down_to_the_reader(bool clientWrites)
    {
        const int Most = 64 << 20;   // far above what all the buffers on the way hold
        using var listener = KernelServer.Listen(Namespace, 4001);
        Daemon.Start(Namespace, "--service", "80=proxy:127.0.0.1:4001");
        using var client = KernelClient.Connect(Namespace, Address, 80);
        using var server = listener.Next();
        var (writer, reader) = clientWrites ? (client, server) : (server, client);

        writer.SendTimeout = 1000;
        var sent = 0L;
        var chunk = new byte[65536];
        var failure = Assert.Throws<SocketException>(() =>
        {
            while (sent < Most)
            {
                sent += writer.Send(chunk);
            }
        });

        Assert.True(failure.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock, failure.SocketErrorCode.ToString());
        writer.Shutdown(SocketShutdown.Send);
        Assert.InRange(reader.Drain(), sent, Most);
    }

    [Fact]
    public void Does_not_let_a_port_that_hangs_hold_up_the_others()
    {
        Needs.Command("nft");
        using var listener = KernelServer.Listen(Namespace, 4001);
        Namespace.Run("nft", "add table inet t; add chain inet t in { type filter hook input priority 0; }; add rule inet t in iif lo tcp dport 4002 drop").MustSucceed();
        var daemon = Daemon.Start(Namespace, "--service", "0=proxy:127.0.0.1", "--accept-when", "upstream-connected", "--upstream-in-flight", "1", "--upstream-timeout", "3", "--drain", "0");

        var hanging = Namespace.Start("nc", "-w", "2", Address, "4002");
        var another = Namespace.Start("nc", "-w", "2", Address, "4002");
        using var client = KernelClient.Connect(Namespace, Address, 4001);
        using var server = listener.Next();
        client.Send("hello"u8);
        var text = new byte[5];
        server.Receive(text);
        Assert.Equal("hello", Encoding.ASCII.GetString(text));
        hanging.WaitForExit(Namespace.Patience);
        another.WaitForExit(Namespace.Patience);

        var end = daemon.Stop();
        Assert.True(end[Counter.UpstreamInFlightDrops] >= 1, end.ToString());
        Assert.Equal(1, end[Counter.UpstreamConnects]);
    }
}
