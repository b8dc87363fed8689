using System.Buffers.Binary;

namespace ActorTcp.Stack;

/// <summary>A capture in the pcapng format (draft-ietf-opsawg-pcapng): raw IP packets, nanoseconds, the direction of each. The devices of many shards may share it.</summary>
public sealed class PcapFile : IDisposable
{
    private const ushort LinkTypeRaw = 101;
    private const ushort TimestampResolutionOption = 9;
    private const ushort FlagsOption = 2;
    private const long NanosecondsPerTick = 100;

    private readonly Stream _file;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly long _epoch;
    private readonly byte[] _block = new byte[65536 + 64];
    private readonly Lock _writing = new();
    private int _length;

    /// <param name="file">Closed with this one.</param>
    /// <param name="time">The clock of the time stamps.</param>
    public PcapFile(Stream file, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_file, _time) = (file, time);
        _began = time.GetTimestamp();
        _epoch = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
        WriteSectionHeader();
        WriteInterfaceDescription();
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

    /// <summary>§4.3, Enhanced Packet Block. One writer at a time: a capture slows the shards down, which is its price.</summary>
    internal void Write(ReadOnlySpan<byte> packet, PcapDirection direction)
    {
        lock (_writing)
        {
            var at = _epoch + (_time.GetElapsedTime(_began).Ticks * NanosecondsPerTick);
            Begin(type: 6);
            Put(0u);
            Put((uint)(at >> 32));
            Put((uint)at);
            Put((uint)packet.Length);
            Put((uint)packet.Length);
            Put(packet);
            Put(FlagsOption, (uint)direction);
            End();
        }
    }

    /// <summary>§4.1, Section Header Block: the byte order, version 1.0, of a length that is not known yet.</summary>
    private void WriteSectionHeader()
    {
        Begin(type: 0x0A0D_0D0A);
        Put(0x1A2B_3C4D);
        Put(1u);
        Put(uint.MaxValue);
        Put(uint.MaxValue);
        Finish();
    }

    /// <summary>§4.2, Interface Description Block.</summary>
    private void WriteInterfaceDescription()
    {
        Begin(type: 1);
        Put((uint)LinkTypeRaw);
        Put(0u);
        Put(TimestampResolutionOption, 9, length: 1);   // ten to the power of minus nine
        End();
    }

    /// <summary>§3.1: every block begins with its type and its length.</summary>
    private void Begin(uint type)
    {
        _length = 0;
        Put(type);
        Put(0u);
    }

    private void Put(uint word)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_block.AsSpan(_length), word);
        _length += sizeof(uint);
    }

    private void Put(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(_block.AsSpan(_length));
        _length += octets.Length;
        while (_length % sizeof(uint) != 0)
        {
            _block[_length++] = 0;
        }
    }

    /// <summary>§3.5: an option of at most four octets.</summary>
    private void Put(ushort option, uint value, int length = sizeof(uint))
    {
        Put(option | ((uint)length << 16));
        Put(value);
    }

    /// <summary>Ends the options, and with them the block.</summary>
    private void End()
    {
        Put(0u);
        Finish();
    }

    /// <summary>The length stands at both ends of a block.</summary>
    private void Finish()
    {
        var length = (uint)_length + sizeof(uint);
        BinaryPrimitives.WriteUInt32LittleEndian(_block.AsSpan(sizeof(uint)), length);
        Put(length);
        _file.Write(_block, 0, _length);
    }
}
