using System.Buffers.Binary;

namespace ActorTcp.Packetdrill;

/// <summary>What a call returns: a result as C has it, an error if that is −1, and octets.</summary>
internal sealed record Answer(long Result, Errno Error = Errno.None, byte[]? Octets = null)
{
    private const int HeaderLength = 24;

    public static Answer Ok { get; } = new(0);

    public static implicit operator Answer(Errno error) => new(-1, error);

    public static Answer Number(int value) => new(0, Octets: BitConverter.GetBytes(value));

    /// <param name="clock">Microseconds at which the call returned.</param>
    public byte[] ToWire(long clock)
    {
        var octets = Octets ?? [];
        var wire = new byte[HeaderLength + octets.Length];
        BinaryPrimitives.WriteInt64LittleEndian(wire, Result);
        BinaryPrimitives.WriteInt64LittleEndian(wire.AsSpan(8), clock);
        BinaryPrimitives.WriteInt32LittleEndian(wire.AsSpan(16), (int)Error);
        BinaryPrimitives.WriteInt32LittleEndian(wire.AsSpan(20), octets.Length);
        octets.CopyTo(wire, HeaderLength);
        return wire;
    }
}
