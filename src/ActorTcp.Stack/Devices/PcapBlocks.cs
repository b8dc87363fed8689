using System.Buffers.Binary;
using System.Text;

namespace ActorTcp.Stack;

/// <summary>Builds the blocks of the pcapng format (draft-ietf-opsawg-pcapng). A block is valid until the next one is built.</summary>
internal sealed class PcapBlocks
{
    /// <summary>Octets of the packet in one block at most; of a comment, 256.</summary>
    public const int MaxPacket = 65536;

    private const ushort LinkTypeRaw = 101;

    // Options: their codes are those of the block they stand in.
    private const ushort Comment = 1;
    private const ushort UserApplication = 4;
    private const ushort InterfaceName = 2;
    private const ushort TimestampResolution = 9;
    private const ushort InterfaceFilter = 11;
    private const ushort PacketFlags = 2;
    private const ushort StartTime = 2;
    private const ushort EndTime = 3;
    private const ushort Received = 4;
    private const ushort Dropped = 5;

    private readonly byte[] _block = new byte[MaxPacket + 1024];
    private int _length;

    /// <summary>§4.1, Section Header Block: the byte order, version 1.0, of a length that is not known yet.</summary>
    /// <param name="application">What writes it.</param>
    public ReadOnlySpan<byte> SectionHeader(string application)
    {
        Begin(type: 0x0A0D_0D0A);
        Put(0x1A2B_3C4D);
        Put(1u);
        Put(uint.MaxValue);
        Put(uint.MaxValue);
        Put(UserApplication, application);
        return End();
    }

    /// <summary>§4.2, Interface Description Block, of raw IP packets with times in nanoseconds.</summary>
    /// <param name="name">Such as <c>at0</c>.</param>
    /// <param name="filter">What was asked for; empty for everything.</param>
    /// <param name="snapLength">Octets of a packet that are kept at most; 0 for all.</param>
    public ReadOnlySpan<byte> InterfaceDescription(string name = "", string filter = "", int snapLength = 0)
    {
        Begin(type: 1);
        Put((uint)LinkTypeRaw);
        Put((uint)snapLength);
        Put(InterfaceName, name);
        Put(TimestampResolution, [9]);   // ten to the power of minus nine
        Put(InterfaceFilter, filter.Length > 0 ? "\0" + filter : "");   // code 0: a filter in words
        return End();
    }

    /// <summary>§4.3, Enhanced Packet Block.</summary>
    /// <param name="at">Nanoseconds since 1970.</param>
    /// <param name="wholeLength">Octets of the packet, of which <paramref name="packet"/> may be the beginning only.</param>
    public ReadOnlySpan<byte> Packet(long at, ReadOnlySpan<byte> packet, int wholeLength, PcapDirection direction, string comment = "")
    {
        Begin(type: 6);
        Put(0u);
        PutTime(at);
        Put((uint)packet.Length);
        Put((uint)wholeLength);
        Put(packet);
        Put(PacketFlags, (uint)direction);
        Put(Comment, comment);
        return End();
    }

    /// <summary>§4.6, Interface Statistics Block.</summary>
    /// <param name="began">Nanoseconds since 1970, as <paramref name="ended"/>.</param>
    /// <param name="received">Packets that there were.</param>
    /// <param name="dropped">Those of them that were lost on the way to the file.</param>
    public ReadOnlySpan<byte> InterfaceStatistics(long began, long ended, long received, long dropped)
    {
        Begin(type: 5);
        Put(0u);
        PutTime(ended);
        PutTime(StartTime, began);
        PutTime(EndTime, ended);
        PutCount(Received, received);
        PutCount(Dropped, dropped);
        return End();
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

    /// <summary>The upper half of a time comes first, whatever the byte order.</summary>
    private void PutTime(long nanoseconds)
    {
        Put((uint)(nanoseconds >> 32));
        Put((uint)nanoseconds);
    }

    /// <summary>§3.5: an option's code, length and value.</summary>
    private void Put(ushort option, ReadOnlySpan<byte> value)
    {
        Put(option | ((uint)value.Length << 16));
        Put(value);
    }

    private void Put(ushort option, uint value)
    {
        Put(option | ((uint)sizeof(uint) << 16));
        Put(value);
    }

    private void PutTime(ushort option, long nanoseconds)
    {
        Put(option | ((uint)sizeof(long) << 16));
        PutTime(nanoseconds);
    }

    private void PutCount(ushort option, long count)
    {
        Put(option | ((uint)sizeof(long) << 16));
        Put((uint)count);
        Put((uint)(count >> 32));
    }

    /// <summary>An empty text is no option.</summary>
    private void Put(ushort option, string text)
    {
        Span<byte> octets = stackalloc byte[256];
        if (text.Length > 0 && Encoding.UTF8.TryGetBytes(text, octets, out var length))
        {
            Put(option, octets[..length]);
        }
    }

    /// <summary>Ends the options, and the block: its length stands at both ends.</summary>
    private ReadOnlySpan<byte> End()
    {
        Put(0u);
        var length = (uint)_length + sizeof(uint);
        BinaryPrimitives.WriteUInt32LittleEndian(_block.AsSpan(sizeof(uint)), length);
        Put(length);
        return _block.AsSpan(0, _length);
    }
}
