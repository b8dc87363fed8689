using System.Buffers.Binary;
using System.Globalization;
using ActorTcp.Control;

namespace ActorTcp.Cli;

/// <summary>Where the blocks of a capture go: to one file, or to one after the other of a ring, each of which begins as the first did.</summary>
/// <param name="path">A file; - for the standard output.</param>
internal sealed class CaptureOutput(string path, CaptureRing? ring) : IAsyncDisposable
{
    private const uint SectionHeader = 0x0A0D_0D0A;
    private const uint InterfaceDescription = 1;
    private const uint InterfaceStatistics = 5;
    private const uint EnhancedPacket = 6;
    private const int HeadLength = 8;

    /// <summary>Of isb_ifdrop from the end of the block: the option before the one that ends them, and before the length.</summary>
    private const int DroppedFromEnd = 16;

    private readonly Queue<string> _files = new();
    private readonly List<byte> _beginning = [];
    private Stream? _file;
    private long _length;
    private int _number;

    /// <summary>Packets written so far.</summary>
    public long Packets { get; private set; }

    /// <summary>What the daemon says at the end was lost on the way.</summary>
    public long Lost { get; private set; }

    /// <summary>Copies block by block to the end.</summary>
    /// <exception cref="ControlException">The daemon went away within a block.</exception>
    public async Task WriteAsync(Stream blocks)
    {
        var block = new byte[HeadLength];
        try
        {
            while (await blocks.ReadAtLeastAsync(block.AsMemory(0, HeadLength), HeadLength, throwOnEndOfStream: false) == HeadLength)
            {
                var type = BinaryPrimitives.ReadUInt32LittleEndian(block);
                var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(4));
                Array.Resize(ref block, Math.Max(length, block.Length));
                await blocks.ReadExactlyAsync(block.AsMemory(HeadLength, length - HeadLength));
                await WriteAsync(type, block.AsMemory(0, length));
            }
        }
        catch (EndOfStreamException)
        {
            throw new ControlException("the daemon went away within a packet");
        }
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task WriteAsync(uint type, ReadOnlyMemory<byte> block)
    {
        switch (type)
        {
            case SectionHeader or InterfaceDescription:
                _beginning.AddRange(block.Span);
                break;
            case InterfaceStatistics:
                Lost = BinaryPrimitives.ReadInt64LittleEndian(block.Span[^DroppedFromEnd..]);
                break;
            case EnhancedPacket:
                Packets++;
                break;
        }

        if (_file is null || (type == EnhancedPacket && _length + block.Length > ring?.Size))
        {
            await NextFileAsync(withBeginning: _file is not null);
        }

        await _file!.WriteAsync(block);
        _length += block.Length;
        if (type != EnhancedPacket || path == "-")
        {
            await _file.FlushAsync();
        }
    }

    private async Task NextFileAsync(bool withBeginning)
    {
        await DisposeAsync();
        _file = path == "-" ? StandardOutput.Open() : Create(ring is null ? path : Numbered(++_number));
        _length = 0;
        if (withBeginning)
        {
            await _file.WriteAsync(_beginning.ToArray());
            _length = _beginning.Count;
        }
    }

    private FileStream Create(string name)
    {
        try
        {
            var file = File.Create(name);
            _files.Enqueue(name);
            if (_files.Count > ring?.Files)
            {
                File.Delete(_files.Dequeue());
            }

            return file;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--write: {refused.Message}");
        }
    }

    /// <summary>As dumpcap names them.</summary>
    private string Numbered(int number) => Path.Combine(
        Path.GetDirectoryName(path) ?? "",
        $"{Path.GetFileNameWithoutExtension(path)}_{number.ToString("D5", CultureInfo.InvariantCulture)}{Path.GetExtension(path)}");
}
