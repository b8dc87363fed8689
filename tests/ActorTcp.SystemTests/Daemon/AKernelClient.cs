using System.Globalization;
using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>The everyday clients, on any address of the prefixes, over IPv4 and IPv6.</summary>
public sealed class AKernelClient : InANamespace
{
    [Theory]
    [InlineData("http://10.77.1.2/")]
    [InlineData("http://[fd77::5]/")]
    public void Fetches_a_page_with_curl(string url)
    {
        Needs.Command("curl");
        Daemon.Start(Namespace);

        var page = Namespace.Run("curl", "-sS", "--max-time", "10", "-w", "status %{http_code}\n", url).MustSucceed().Output;

        Assert.EndsWith("status 200\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public void Hears_its_own_words_through_nc(string address)
    {
        Needs.Command("nc");
        Daemon.Start(Namespace);

        var heard = Namespace.Run("sh", "-c", $"printf 'one\\ntwo\\n' | nc -N -w 10 {address} 7").MustSucceed();

        Assert.Equal("one\ntwo\n", heard.Output);
    }

    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public void Hears_its_own_words_in_python(string address)
    {
        Needs.Command("python3");
        Daemon.Start(Namespace);

        var heard = Namespace.Run("python3", ClientScript.Path("echo.py"), address, "7").MustSucceed();

        Assert.Equal("70000 octets came back right\n", heard.Output);
    }

    [Theory]
    [InlineData("10.77.0.0")]
    [InlineData("10.77.0.255")]
    [InlineData("10.77.128.17")]
    [InlineData("10.77.255.255")]
    [InlineData("fd77::")]
    [InlineData("fd77::ffff:ffff:ffff:ffff")]
    public void Reaches_every_address_of_the_prefix(string address)
    {
        Daemon.Start(Namespace);
        using var client = KernelClient.Connect(Namespace, address, 7);

        Assert.Equal("is anybody there", client.Exchange("is anybody there"));
    }

    [Fact]
    public void Is_told_the_time()
    {
        Daemon.Start(Namespace);
        using var client = KernelClient.Connect(Namespace, "10.77.0.1", 13);

        Assert.InRange(client.Drain(), 10, 100);
    }

    [Fact]
    public void Takes_as_many_characters_as_it_likes()
    {
        Needs.Command("nc");
        Daemon.Start(Namespace);

        var taken = Namespace.Run("sh", "-c", "nc -d 10.77.0.1 19 | head -c 1000000 | sort | uniq -c | wc -l").MustSucceed();

        // The 95 lines of RFC 864 over and over, and the one at which it was cut.
        Assert.InRange(int.Parse(taken.Output, CultureInfo.InvariantCulture), 95, 96);
    }

    [Fact]
    public void Is_listened_to_by_discard_and_answered_by_its_fin_alone()
    {
        var daemon = Daemon.Start(Namespace);
        using (var client = KernelClient.Connect(Namespace, "fd77::1", 9))
        {
            client.Send(new byte[1_000_000]);
            client.Shutdown(SocketShutdown.Send);
            Assert.Equal(0, client.Drain());
        }

        var end = daemon.Stop();
        Assert.Equal(0, end[Counter.EstablishedResets]);
        Assert.InRange(end[Counter.OctetsIn], 1_000_000, 1_200_000);
    }

    [Fact]
    public void Is_greeted_with_the_text_that_was_chosen()
    {
        Needs.Command("nc");
        Daemon.Start(Namespace, "--service", "4000=hello:Good day");

        var greeting = Namespace.Run("nc", "-d", "-w", "10", "10.77.0.1", "4000").MustSucceed();

        Assert.StartsWith("Good day", greeting.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public void Is_refused_at_once_where_nobody_listens(string address)
    {
        var daemon = Daemon.Start(Namespace);

        var refused = Assert.Throws<SocketException>(() => KernelClient.Connect(Namespace, address, 8));

        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        Assert.Equal(1, daemon.Stop()[Counter.ResetsOut]);
    }

    [Theory]
    [InlineData("10.77.3.4")]
    [InlineData("fd77::3:4")]
    public void Gets_its_pings_back(string address)
    {
        Needs.Command("ping");
        Daemon.Start(Namespace);

        Namespace.Run("ping", "-c", "3", "-i", "0.2", "-W", "5", address).MustSucceed();
    }
}
