using System.Buffers.Binary;

namespace ActorTcp.Packetdrill;

/// <summary>One call of packetdrill's, as <c>Native/wire.h</c> lays it out.</summary>
/// <param name="Clock">Microseconds, as the caller knows them.</param>
/// <param name="First">A number whose meaning depends on the call, such as the level of a socket option.</param>
/// <param name="Second">Another one, such as the name of a socket option.</param>
internal sealed record Request(Call Call, long Clock, int Fd, bool MayBlock, long First, long Second, byte[] Octets)
{
    public const int HeaderLength = 40;

    /// <summary>How many octets follow a header.</summary>
    public static int OctetsAfter(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32LittleEndian(header[4..]);

    public static Request From(ReadOnlySpan<byte> header, byte[] octets) => new(
        (Call)BinaryPrimitives.ReadUInt32LittleEndian(header),
        BinaryPrimitives.ReadInt64LittleEndian(header[8..]),
        BinaryPrimitives.ReadInt32LittleEndian(header[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(header[20..]) != 0,
        BinaryPrimitives.ReadInt64LittleEndian(header[24..]),
        BinaryPrimitives.ReadInt64LittleEndian(header[32..]),
        octets);
}
