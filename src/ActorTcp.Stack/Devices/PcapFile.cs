namespace ActorTcp.Stack;

/// <summary>A capture in the pcapng format (draft-ietf-opsawg-pcapng): raw IP packets, nanoseconds, the direction of each. The devices of many shards may share it.</summary>
public sealed class PcapFile : IDisposable
{
    private const long NanosecondsPerTick = 100;

    private readonly Stream _file;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly long _epoch;
    private readonly PcapBlocks _blocks = new();
    private readonly Lock _writing = new();

    /// <param name="file">Closed with this one.</param>
    /// <param name="time">The clock of the time stamps.</param>
    public PcapFile(Stream file, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_file, _time) = (file, time);
        _began = time.GetTimestamp();
        _epoch = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
        _file.Write(_blocks.SectionHeader("actortcp"));
        _file.Write(_blocks.InterfaceDescription());
        Flush();
    }

    /// <summary>Gives what was captured to the system, so that others see it.</summary>
    public void Flush()
    {
        lock (_writing)
        {
            _file.Flush();
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>One writer at a time: a capture slows the shards down, which is its price.</summary>
    internal void Write(ReadOnlySpan<byte> packet, PcapDirection direction)
    {
        lock (_writing)
        {
            var at = _epoch + (_time.GetElapsedTime(_began).Ticks * NanosecondsPerTick);
            _file.Write(_blocks.Packet(at, packet, packet.Length, direction));
        }
    }
}
