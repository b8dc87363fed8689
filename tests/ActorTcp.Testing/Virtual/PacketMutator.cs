using System.Buffers.Binary;

namespace ActorTcp.Testing;

/// <summary>Sound packets made unsound, the same way for the same seed.</summary>
internal sealed class PacketMutator(int seed, byte[][] corpus)
{
    private const int Room = 2048;

    private readonly Random _random = new(seed);
    private readonly byte[] _packet = new byte[Room];
    private int _length;

    /// <summary>A packet with one to four faults; half of them with checksums that hide the faults. Valid until the next.</summary>
    public ReadOnlySpan<byte> Next()
    {
        var sound = corpus[_random.Next(corpus.Length)];
        sound.CopyTo(_packet, 0);
        _length = sound.Length;
        for (var faults = _random.Next(1, 5); faults > 0 && _length > 0; faults--)
            Damage();
        if (_random.Next(2) == 0)
            ReferenceChecksum.Repair(_packet.AsSpan(0, _length));
        return _packet.AsSpan(0, _length);
    }

    private void Damage()
    {
        switch (_random.Next(9))
        {
            case 0:
                _packet[_random.Next(_length)] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                _packet[_random.Next(_length)] = (byte)_random.Next(256);
                break;
            case 2:
                _packet[_random.Next(Math.Min(_length, 64))] = (byte)(_random.Next(4) - 2);
                break;
            case 3:
                _length = _random.Next(_length);
                break;
            case 4:
                Splice();
                break;
            case 5:
                LieAboutTheLength();
                break;
            case 6:
                LieAboutTheHeaders();
                break;
            case 7:
                PutGarbageIntoOptions();
                break;
            case 8:
                LengthenHonestly();
                break;
        }
    }

    private void Splice()
    {
        var other = corpus[_random.Next(corpus.Length)];
        var from = _random.Next(other.Length);
        var at = _random.Next(_length);
        var count = Math.Min(other.Length - from, Room - at);
        other.AsSpan(from, count).CopyTo(_packet.AsSpan(at));
        _length = Math.Max(_length, at + count);
    }

    private void LieAboutTheLength()
    {
        var at = _packet[0] >> 4 == 4 ? 2 : 4;
        var lie = _random.Next(2) == 0 ? _random.Next(0x10000) : _random.Next(_length + 2);
        BinaryPrimitives.WriteUInt16BigEndian(_packet.AsSpan(at), (ushort)lie);
    }

    private void LieAboutTheHeaders()
    {
        var v4 = _packet[0] >> 4 == 4;
        switch (_random.Next(3))
        {
            case 0:
                _packet[0] = (byte)((v4 ? 0x40 : 0x60) | _random.Next(16));
                break;
            case 1:
                _packet[(v4 ? 20 : 40) + 12] = (byte)(_random.Next(16) << 4);
                break;
            case 2:
                byte[] protocols = [0, 1, 6, 17, 43, 44, 58, 59, 60];
                _packet[v4 ? 9 : 6] = protocols[_random.Next(protocols.Length)];
                break;
        }
    }

    private void PutGarbageIntoOptions()
    {
        byte[] octets = [0, 1, 2, 3, 4, 5, 6, 8, 10, 18, 26, 28, 34, 255];
        var at = (_packet[0] >> 4 == 4 ? 20 : 40) + 20;
        for (var i = at; i < Math.Min(at + 40, _length); i++)
        {
            if (_random.Next(4) == 0)
                _packet[i] = octets[_random.Next(octets.Length)];
        }
    }

    /// <summary>The length field follows, so that the new octets are text or, after another fault, options.</summary>
    private void LengthenHonestly()
    {
        var more = _random.Next(Math.Min(64, Room - _length));
        _random.NextBytes(_packet.AsSpan(_length, more));
        _length += more;
        var v4 = _packet[0] >> 4 == 4;
        BinaryPrimitives.WriteUInt16BigEndian(_packet.AsSpan(v4 ? 2 : 4), (ushort)Math.Max(0, v4 ? _length : _length - 40));
    }
}
