using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using ActorTcp.Cli;
using ActorTcp.Control;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Control;

/// <summary>A capture of a running stack is a pcapng file that others can read.</summary>
public sealed class Captures : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Have_each_packet_with_the_number_of_its_connection()
    {
        var blocks = Blocks(Capture(ConnectionFilter.All, connections: 1, snapLength: 44));
        Assert.Equal([0x0A0D0D0A, 1, 6, 6, 6, 6, 5], blocks.Select(Type));
        Assert.Contains("actortcp", Encoding.UTF8.GetString(blocks[0]), StringComparison.Ordinal);
        Assert.Equal([false, true, true, true], blocks[2..6].Select(block => Encoding.UTF8.GetString(block).Contains("connection 1\0", StringComparison.Ordinal)));
        Assert.Equal((40, 44), (Word(blocks[2], 20), Word(blocks[3], 20)));
        Assert.Equal((4, 0), (BinaryPrimitives.ReadInt64LittleEndian(blocks[6].AsSpan(blocks[6].Length - 28)), BinaryPrimitives.ReadInt64LittleEndian(blocks[6].AsSpan(blocks[6].Length - 16))));
    }

    [Fact]
    public void Have_those_packets_that_a_filter_lets_through()
    {
        var blocks = Blocks(Capture(ConnectionFilter.Parse("dst 10.9.0.2"), connections: 3));
        Assert.Equal(4, blocks.Count(block => Type(block) == 6));
        Assert.Contains("dst 10.9.0.2", Encoding.UTF8.GetString(blocks[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Have_the_beginning_of_packets_and_their_whole_length_when_that_is_asked_for()
    {
        var blocks = Blocks(Capture(ConnectionFilter.All, connections: 1, snapLength: 20));
        Assert.Equal((20, 44), (Word(blocks[3], 20), Word(blocks[3], 24)));
    }

    [Fact]
    public async Task Go_to_a_ring_of_files_each_of_which_can_be_read()
    {
        var capture = Capture(ConnectionFilter.All, connections: 40);
        await using (var output = new CaptureOutput(_folder["c.pcapng"], new CaptureRing(Files: 3, Size: 2048)))
        {
            await output.WriteAsync(new MemoryStream(capture));
            Assert.Equal((160, 0), (output.Packets, output.Lost));
        }

        var files = Directory.GetFiles(_folder.Path).Order().ToList();
        Assert.Equal(3, files.Count);
        Assert.All(files, file => Assert.InRange(new FileInfo(file).Length, 200, 2048 + 100));
        Assert.All(files, file => Assert.Equal([0x0A0D0D0A, 1, 6], Blocks(File.ReadAllBytes(file))[..3].Select(Type)));
        Assert.Equal(capture[^50..], File.ReadAllBytes(files[^1])[^50..]);
        Assert.StartsWith("c_000", Path.GetFileName(files[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5,10M", 5, 10 << 20)]
    [InlineData("1,1k", 1, 1024)]
    [InlineData("2,4096", 2, 4096)]
    public void Know_sizes_of_rings(string text, int files, long size) => Assert.Equal(new CaptureRing(files, size), CaptureRing.Parse(text));

    [Theory, InlineData("5"), InlineData("0,1M"), InlineData("5,1"), InlineData("5,M"), InlineData("5,1T"), InlineData("x,1M"), InlineData("5,99999999999G")]
    public void Name_valid_rings_where_one_is_not(string text) =>
        Assert.Contains("such as 5,10M", Assert.Throws<BadInputException>(() => CaptureRing.Parse(text)).Message, StringComparison.Ordinal);

    private static byte[] Capture(ConnectionFilter filter, int connections, int snapLength = int.MaxValue)
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        using var tap = new CaptureTap(stack.Stack, filter, snapLength, limit: null);
        stack.Stack.AttachAsync(tap).Wait();
        for (var i = 1; i <= connections; i++)
        {
            stack.Peer($"10.9.0.{i}:1000").Connects();
        }

        var octets = new ArrayBufferWriter<byte>();
        tap.TellBeginning(octets);
        while (tap.TryTell(octets))
        {
        }

        tap.TellEnd(octets);
        return octets.WrittenSpan[(octets.WrittenSpan.IndexOf((byte)'\n') + 1)..].ToArray();
    }

    private static List<byte[]> Blocks(byte[] capture)
    {
        var blocks = new List<byte[]>();
        for (var at = 0; at < capture.Length; at += blocks[^1].Length)
        {
            var length = Word(capture, at + 4);
            Assert.Equal(length, Word(capture, at + length - 4));
            blocks.Add(capture[at..(at + length)]);
        }

        return blocks;
    }

    private static int Type(byte[] block) => Word(block, 0);

    private static int Word(byte[] octets, int at) => BinaryPrimitives.ReadInt32LittleEndian(octets.AsSpan(at));
}
