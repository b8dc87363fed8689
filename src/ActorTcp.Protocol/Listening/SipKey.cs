using System.Buffers.Binary;

namespace ActorTcp.Protocol;

/// <summary>A 128-bit key of <see cref="SipHash"/>.</summary>
internal readonly record struct SipKey(ulong K0, ulong K1)
{
    /// <param name="octets">Sixteen octets from a cryptographic source, or from a seed in a test.</param>
    public static SipKey From(ReadOnlySpan<byte> octets) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(octets), BinaryPrimitives.ReadUInt64LittleEndian(octets[8..]));
}
