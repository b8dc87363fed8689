using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>Devices in memory, and those that stand before another to look or to spoil.</summary>
public sealed class PacketDevices
{
    private static readonly byte[] Buffer = new byte[65536];

    [Fact]
    public void A_pipe_hands_packets_from_each_end_to_the_other()
    {
        var (one, other) = PacketPipe.CreatePair(mtu: 100);
        Assert.Equal(WriteOutcome.Written, one.Write([1, 2, 3]));
        Assert.Equal(WriteOutcome.Written, other.Write([4]));
        Assert.Equal(WriteOutcome.Refused, one.Write(new byte[101]));
        Assert.Equal((3, 1, 0), (other.Read(Buffer), one.Read(Buffer), other.Read(Buffer)));
        var outcomes = Enumerable.Range(0, 5000).Select(_ => one.Write([1])).ToList();
        Assert.Equal(4096, outcomes.Count(outcome => outcome == WriteOutcome.Written));
        Assert.Equal(904, outcomes.Count(outcome => outcome == WriteOutcome.Pressure));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_loop_joins_a_stack_with_itself()
    {
        var loop = PacketPipe.CreateLoop();
        await using var stack = new TcpStack(new TcpStackOptions(), [new StackQueue(loop, loop)]);
        await stack.ListenAsync(new ListenOptions { Port = 7, Protocol = new Echo() });
        stack.Start();
        var connection = await stack.ConnectAsync(Hosts.At("10.1.0.1:7"), Hosts.At("10.1.0.2:0"), TestContext.Current.CancellationToken);
        await connection.Output.WriteAsync("hello"u8.ToArray(), TestContext.Current.CancellationToken);
        var echo = await connection.Input.ReadAtLeastAsync(5, TestContext.Current.CancellationToken);
        Assert.Equal("hello"u8, echo.Buffer.FirstSpan);
    }

    [Fact]
    public void A_faulty_device_makes_the_same_mistakes_from_the_same_seed()
    {
        Assert.Equal(Spoiled(new Faults { Seed = 1, Loss = 0.1, Duplication = 0.1, Reordering = 0.1 }), Spoiled(new Faults { Seed = 1, Loss = 0.1, Duplication = 0.1, Reordering = 0.1 }));
        Assert.InRange(Spoiled(new Faults { Loss = 0.1 }).Count, 850, 950);
        Assert.InRange(Spoiled(new Faults { Duplication = 0.1 }).Count, 1050, 1150);
        var moved = Spoiled(new Faults { Reordering = 0.1 });
        Assert.Equal(1000, moved.Distinct().Count());
        Assert.InRange(moved.Index().Count(each => each.Index != each.Item), 100, 300);
        Assert.Equal(Enumerable.Range(0, 1000), Spoiled(new Faults()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Connections_bear_a_faulty_device()
    {
        await using var link = new ALink(new Faults { Seed = 3, Loss = 0.02, Duplication = 0.02, Reordering = 0.05, Corruption = 0.02 });
        await link.Server.ListenAsync(new ListenOptions { Port = 80, Protocol = new Echo() });
        var connection = await link.ConnectAsync(TestContext.Current.CancellationToken);
        var writing = connection.Output.WriteAsync(Pattern.At(0, 60_000).ToArray(), TestContext.Current.CancellationToken);
        var read = await connection.Input.ReadAtLeastAsync(60_000, TestContext.Current.CancellationToken);
        await writing;
        Assert.True(Pattern.IsAt(0, System.Buffers.BuffersExtensions.ToArray(read.Buffer)));
    }

    [Fact]
    public void A_trace_has_a_line_for_every_packet()
    {
        var (time, output) = (new ManualTimeProvider(), new StringWriter());
        var memory = new MemoryDevice();
        using var device = new TracingDevice(memory, output, time);
        var stack = new LoneStack();
        time.Advance(TimeSpan.FromMilliseconds(1500));
        memory.Arriving.Enqueue(stack.Peer("10.9.0.1:1000").Packet(Syn().Mss(1460)));
        Assert.NotEqual(0, device.Read(Buffer));
        device.Write(stack.Peer("[fd09::1:0:0:1]:1000", "[2001:db8:0:0:1::]:80").Packet(Text("hi", seq: 1, ack: 1)));
        device.Write([0x45, 0]);
        Assert.Equal(
            """
            1.500000 < 10.9.0.1:1000 > 10.1.0.1:80 S 1000000:1000000(0) win 65535 <mss 1460>
            1.500000 > [fd09::1:0:0:1]:1000 > [2001:db8:0:0:1::]:80 . 1000001:1000003(2) ack 1 win 65535
            1.500000 > PacketTooShort

            """,
            output.ToString());
    }

    [Theory]
    [InlineData("::"), InlineData("::1"), InlineData("1::"), InlineData("2001:db8::1"), InlineData("2001:db8:0:1:1:1:1:1"), InlineData("2001:0:0:1::1")]
    [InlineData("fe80::abcd:0:0:12"), InlineData("1:2:3:4:5:6:7:8"), InlineData("0.0.0.0"), InlineData("255.254.253.252")]
    public void Addresses_are_written_as_the_library_writes_them(string address)
    {
        var text = new char[AddressText.MaxLength];
        var parsed = System.Net.IPAddress.Parse(address);
        var length = AddressText.WriteEndPoint(text, IpAddr.From(parsed), 65535);
        Assert.Equal(new System.Net.IPEndPoint(parsed, 65535).ToString(), new string(text, 0, length));
    }

    [Fact]
    public void A_capture_is_read_by_tshark()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/tshark"), "tshark is not installed.");
        var path = Path.GetTempFileName();
        try
        {
            Capture(path);
            using var tshark = new RunningCommand("/usr/bin/tshark", "-r", path, "-T", "fields", "-e", "frame.time_epoch", "-e", "frame.packet_flags_direction", "-e", "ip.src", "-e", "ipv6.src", "-e", "tcp.flags");
            var result = tshark.WaitForExit(TimeSpan.FromSeconds(30));
            Assert.Equal("946684801.500000000\t0x00000001\t10.9.0.1\t\t0x0002\n946684801.500000100\t0x00000002\t\tfd09::1\t0x0010\n", result.Output);
        }
        finally
        {
            File.Delete(path);
        }

    }

    [Fact]
    public void Looking_allocates_nothing()
    {
        var packet = new LoneStack().Peer("[fd09::1]:1000", "[fd01::1]:80").Packet(Text("hi", seq: 1, ack: 1));
        using var file = new PcapFile(Stream.Null, TimeProvider.System);
        var (one, other) = PacketPipe.CreatePair();
        using var device = new FaultyDevice(new TracingDevice(new PcapDevice(one, file), TextWriter.Null, TimeProvider.System), new Faults { Duplication = 0.1, Reordering = 0.1, Corruption = 0.1 });
        Pass(10_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass(1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Pass(int times)
        {
            for (var i = 0; i < times; i++)
            {
                device.Write(packet);
                other.Write(packet);
                while (device.Read(Buffer) > 0 || other.Read(Buffer) > 0)
                {
                }
            }
        }
    }

    /// <summary>A thousand numbered packets through a faulty device; the numbers that came out.</summary>
    private static List<int> Spoiled(Faults faults)
    {
        var memory = new MemoryDevice();
        using var device = new FaultyDevice(memory, faults);
        for (var i = 0; i < 1000; i++)
        {
            device.Write(BitConverter.GetBytes(i));
        }

        Assert.Equal(0, device.Read(Buffer));
        var written = memory.Written.ConvertAll(packet => BitConverter.ToInt32(packet));
        memory.Written.Clear();
        for (var i = 0; i < 1000; i++)
        {
            memory.Arriving.Enqueue(BitConverter.GetBytes(i));
        }

        var read = 0;
        while (device.Read(Buffer) > 0)
        {
            read++;
        }

        Assert.Equal(faults.Loss + faults.Duplication == 0, read == 1000);
        return written;
    }

    private static void Capture(string path)
    {
        var time = new ManualTimeProvider();
        var memory = new MemoryDevice();
        using var file = new PcapFile(File.Create(path), time);
        using var device = new PcapDevice(memory, file);
        time.Advance(TimeSpan.FromMilliseconds(1500));
        var stack = new LoneStack();
        memory.Arriving.Enqueue(stack.Peer("10.9.0.1:1000").Packet(Syn()));
        device.Read(Buffer);
        time.Advance(TimeSpan.FromTicks(1));
        device.Write(stack.Peer("[fd09::1]:1000", "[fd01::1]:80").Packet(Ack(seq: 1, ack: 1)));
    }
}
