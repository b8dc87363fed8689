using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ActorTcp.Linux;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>A device of our own making, against the kernel's sockets, in a namespace of its own.</summary>
public sealed class ATunInterface : IDisposable
{
    private static readonly IPAddress Host = IPAddress.Parse("10.77.255.254");
    private static readonly IPAddress HostV6 = IPAddress.Parse("fd77::ffff");
    private static readonly IPNetwork Prefix = IPNetwork.Parse("10.77.0.0/16");
    private static readonly IPNetwork PrefixV6 = IPNetwork.Parse("fd77::/64");
    private static readonly IPEndPoint Stranger = IPEndPoint.Parse("10.77.0.1:7");
    private static readonly TunOptions Options = new() { Name = "house0", HostAddresses = [Host, HostV6], Routes = [Prefix, PrefixV6] };

    private readonly TestNamespace _namespace;

    public ATunInterface()
    {
        Needs.Namespaces();
        _namespace = TestNamespace.Create();
    }

    public void Dispose() => _namespace.Dispose();

    [Fact]
    public void Is_up_and_routed_and_knows_its_name()
    {
        Inside(Options with { Name = "house%d" }, tun =>
        {
            Assert.Equal("house0", tun.Name);
            Assert.Equal(1500, tun.Mtu);
            Assert.Contains(",UP,", Ip("link", "show", "house0"), StringComparison.Ordinal);
            Assert.Contains("10.77.0.0/16 dev house0 proto static scope link src 10.77.255.254", Ip("route"), StringComparison.Ordinal);
            Assert.Contains("fd77::/64 dev house0 proto static src fd77::ffff", Ip("-6", "route"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Has_the_mtu_and_the_queue_length_that_are_asked_for()
    {
        Inside(Options with { Mtu = 9000, QueueLength = 12345 }, tun =>
        {
            Assert.Equal(9000, tun.Mtu);
            Assert.Equal(9000, tun.Queues[0].Mtu);
            var link = Ip("-j", "link", "show", "house0");
            Assert.Contains("\"mtu\":9000", link, StringComparison.Ordinal);
            Assert.Contains("\"txqlen\":12345", link, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Leaves_nothing_behind()
    {
        Inside(Options, _ => { });

        Assert.DoesNotContain("house0", Ip("link"), StringComparison.Ordinal);
        Assert.Equal("", Ip("route"));
    }

    [Fact]
    public void Leaves_nothing_behind_when_opening_fails_half_way()
    {
        NetworkNamespace.RunIn(_namespace.Name, () =>
            Assert.Throws<TunException>(() => TunInterface.Open(Options with { Mtu = 60 })));

        Assert.DoesNotContain("house0", Ip("link"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Says_so_when_the_kernel_has_no_ipv6(bool withAddress)
    {
        _namespace.Run("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6").MustSucceed();
        NetworkNamespace.RunIn(_namespace.Name, () =>
        {
            var options = Options with { HostAddresses = withAddress ? [HostV6] : [], Routes = [PrefixV6] };
            var refused = Assert.Throws<TunException>(() => TunInterface.Open(options));
            Assert.Contains("the kernel has IPv6 disabled", refused.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Does_without_ipv6_where_only_ipv4_is_asked_for()
    {
        _namespace.Run("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6").MustSucceed();
        Inside(Options with { HostAddresses = [Host], Routes = [Prefix] }, tun => Assert.Equal("house0", tun.Name));
    }

    [Fact]
    public void Reads_the_packet_that_a_kernel_socket_sends_from_the_host_address()
    {
        Inside(Options, tun =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.SendTo("hello"u8, Stranger);

            var packet = Await(tun.Queues[0]);

            Assert.Equal(Host.GetAddressBytes(), packet[12..16]);
            Assert.Equal(Stranger.Address.GetAddressBytes(), packet[16..20]);
            Assert.Equal("hello"u8, packet.AsSpan()[28..]);
        });
    }

    [Fact]
    public void Reads_a_syn_of_the_kernels_tcp_over_ipv6()
    {
        Inside(Options, tun =>
        {
            using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            Assert.Throws<SocketException>(() => socket.Connect(IPEndPoint.Parse("[fd77::1]:80")));

            var packet = Await(tun.Queues[0]);

            Assert.Equal(6, packet[0] >> 4);
            Assert.Equal(0x02, packet[40 + 13]);
            Assert.Equal(HostV6.GetAddressBytes(), packet[8..24]);
        });
    }

    [Fact]
    public void Writes_a_packet_that_a_kernel_socket_receives()
    {
        Inside(Options, tun =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 5000 };
            socket.Bind(new IPEndPoint(Host, 9));

            Assert.Equal(WriteOutcome.Written, tun.Queues[0].Write(UdpDatagram.From(Stranger, new IPEndPoint(Host, 9), "hello"u8)));

            var buffer = new byte[100];
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            Assert.Equal(5, socket.ReceiveFrom(buffer, ref from));
            Assert.Equal("hello"u8, buffer.AsSpan()[..5]);
            Assert.Equal(Stranger, from);
        });
    }

    [Fact]
    public void Ends_the_parking_of_its_shard_when_a_packet_comes()
    {
        Inside(Options with { Queues = 2 }, tun =>
        {
            using var parking = new PollParking(tun.Queues[0].Fd, tun.Queues[1].Fd);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.SendTo("hello"u8, Stranger);
            var started = Stopwatch.GetTimestamp();

            parking.Park(Timeout.InfiniteTimeSpan);

            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
            Assert.Equal(33, tun.Queues.Sum(queue => queue.Read(new byte[1500])));
        });
    }

    [Fact]
    public void Is_not_spoken_into_by_a_kernel_that_has_nothing_to_say()
    {
        Inside(Options, tun =>
        {
            Assert.Contains("addrgenmode none", Ip("-d", "link", "show", "house0"), StringComparison.Ordinal);
            using var parking = new PollParking(tun.Queues[0].Fd);
            parking.Park(TimeSpan.FromSeconds(1.5));

            Assert.Equal(0, tun.Queues[0].Read(new byte[1500]));
        });
    }

    [Fact]
    public void Opens_as_many_queues_as_there_are_shards_and_every_one_writes()
    {
        Inside(Options with { Queues = 4 }, tun =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 5000 };
            socket.Bind(new IPEndPoint(Host, 9));
            var buffer = new byte[100];

            Assert.Equal(4, tun.Queues.Count);
            foreach (var queue in tun.Queues)
            {
                Assert.Equal(WriteOutcome.Written, queue.Write(UdpDatagram.From(Stranger, new IPEndPoint(Host, 9), "hello"u8)));
                Assert.Equal(5, socket.Receive(buffer));
            }
        });
    }

    [Fact]
    public void Hands_a_flow_to_the_queue_that_last_wrote_for_it()
    {
        Inside(Options with { Queues = 4 }, tun =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 5000 };
            socket.Bind(new IPEndPoint(Host, 9));
            foreach (var queue in tun.Queues)
            {
                queue.Write(UdpDatagram.From(Stranger, new IPEndPoint(Host, 9), "hello"u8));
                socket.Receive(new byte[100]);
                socket.SendTo("answer"u8, Stranger);

                Assert.Equal("answer"u8, Await(queue).AsSpan()[28..]);
            }
        });
    }

    [Fact]
    public void Refuses_what_is_no_packet_and_goes_on()
    {
        Inside(Options, tun =>
        {
            var notIP = new byte[40];
            Assert.Equal(WriteOutcome.Refused, tun.Queues[0].Write(notIP));
            Assert.Equal(0, tun.Queues[0].Read(new byte[1500]));
        });
    }

    [Fact]
    public void Refuses_packets_while_it_is_down()
    {
        Inside(Options, tun =>
        {
            Ip("link", "set", "house0", "down");
            Assert.Equal(WriteOutcome.Refused, tun.Queues[0].Write(UdpDatagram.From(Stranger, new IPEndPoint(Host, 9), "hello"u8)));
        });
    }

    [Fact]
    public void Is_fatal_to_use_once_somebody_has_deleted_it()
    {
        Inside(Options, tun =>
        {
            Ip("link", "del", "house0");
            Assert.Throws<IOException>(() => tun.Queues[0].Read(new byte[1500]));
            Assert.Throws<IOException>(() => tun.Queues[0].Write(new byte[40]));
        });
    }

    [Fact]
    public void Neither_reading_nor_writing_allocates()
    {
        Inside(Options, tun =>
        {
            var queue = tun.Queues[0];
            var buffer = new byte[1500];
            var packet = UdpDatagram.From(Stranger, new IPEndPoint(Host, 9), "hello"u8);
            queue.Write(packet);
            queue.Read(buffer);

            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                queue.Write(packet);
                queue.Read(buffer);
            }

            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        });
    }

    private static byte[] Await(TunQueue queue)
    {
        using var parking = new PollParking(queue.Fd);
        parking.Park(TimeSpan.FromSeconds(5));
        var buffer = new byte[queue.Mtu];
        return buffer[..queue.Read(buffer)];
    }

    private void Inside(TunOptions options, Action<TunInterface> test) => NetworkNamespace.RunIn(_namespace.Name, () =>
    {
        using var tun = TunInterface.Open(options);
        test(tun);
    });

    private string Ip(params ReadOnlySpan<string> arguments) => _namespace.Run("ip", arguments).MustSucceed().Output;
}
