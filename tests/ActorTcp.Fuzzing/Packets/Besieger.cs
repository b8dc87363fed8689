using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>One peer of a <see cref="PacketSiege"/>: it listens to the answers, so that what it sends next is near what counts.</summary>
internal sealed class Besieger
{
    private static readonly ushort[] Ports = [7, 19, 80, 4000];
    private static readonly byte[] Text = new byte[1600];
    private readonly Random _random;
    private SeqNum _theirNxt;
    private SeqNum _nxt;
    private uint _theirTimestamp;
    private uint _timestamp;
    private bool _isTalking;
    private TcpOptions _learned;
    private SegmentCopy _segment = new(default, default, ControlBits.Syn, 65535, []);

    public Besieger(Random random, int number)
    {
        _random = random;
        var (at, to) = number % 2 == 0 ? ($"10.9.0.{number + 1}", "10.1.0.1") : ($"fd09::{number + 1}", "fd01::1");
        Tuple = new FourTuple(IpAddr.Parse(to), Ports[number / 2 % Ports.Length], IpAddr.Parse(at), (ushort)(1000 + number));
    }

    /// <summary>The connection as the stack names it.</summary>
    public FourTuple Tuple { get; }

    /// <summary>The last packet from the stack.</summary>
    public byte[] Heard { get; private set; } = [];

    public void Hear(ReadOnlySpan<byte> octets, in Segment seg)
    {
        Heard = octets.ToArray();
        _theirNxt = seg.End;
        _theirTimestamp = seg.Options.TsVal;
        _isTalking = !seg.HasRst;
        _learned = seg.Options.Has(OptionKinds.FastOpen) ? seg.Options : _learned;
        _nxt = seg.HasAck ? seg.Ack : _nxt;
    }

    /// <summary>Decides what to send.</summary>
    public void Think()
    {
        _timestamp += (uint)_random.Next(3);
        var control = _random.Next(12) == 0 ? (ControlBits)_random.Next(512)
            : !_isTalking ? ControlBits.Syn | (_random.Next(4) == 0 ? ControlBits.Ack : 0) | (_random.Next(3) == 0 ? ControlBits.Ece | ControlBits.Cwr : 0)
            : _random.Next(60) == 0 ? ControlBits.Rst
            : ControlBits.Ack | (_random.Next(40) == 0 ? ControlBits.Fin : 0) | (_random.Next(60) == 0 ? ControlBits.Syn : 0);
        var text = _random.Next(2) == 0 && (_isTalking || _random.Next(4) == 0) ? Text[..(_random.Next(4) == 0 ? _random.Next(Text.Length) : _random.Next(100))] : [];
        _segment = new SegmentCopy(Near(_nxt), Near(_theirNxt), control, (ushort)(_random.Next(6) == 0 ? 0 : _random.Next(65536)), text)
        {
            Up = (ushort)_random.Next(65536),
            Options = Options((control & ControlBits.Syn) != 0),
        };
    }

    public ReadOnlySpan<byte> Write(byte[] packet) =>
        packet.AsSpan(0, SegmentWriter.Write(packet, Tuple.Reversed, PathAttributes.Default with { TrafficClass = (byte)_random.Next(4) }, _segment.AsSegment()));

    /// <summary>An ICMP error about the last packet from the stack.</summary>
    public int Complain(byte[] packet, Random random) => random.Next(2) == 0
        ? IcmpWriter.PacketTooBig(packet, (uint)random.Next(2000), Heard, Tuple.Remote)
        : IcmpWriter.Unreachable(packet, IcmpError.PortUnreachable, Heard, Tuple.Remote);

    private TcpOptions Options(bool isSyn)
    {
        var timestamps = _random.Next(20) == 0 ? OptionKinds.None : OptionKinds.Timestamps;
        var options = new TcpOptions
        {
            Present = isSyn ? (OptionKinds)_random.Next(16) & ~OptionKinds.Sack | (Tuple.RemotePort % 3 == 0 ? 0 : timestamps) : Tuple.RemotePort % 3 == 0 ? 0 : timestamps,
            Mss = (ushort)_random.Next(2000),
            WindowScale = (byte)_random.Next(16),
            TsVal = _timestamp,
            TsEcr = _theirTimestamp,
        };
        if (isSyn && _random.Next(3) == 0)   // Fast Open: asks for a cookie, or brings the one that was given
        {
            options.Present |= OptionKinds.FastOpen;
            (options.Cookie, options.CookieLength) = (_learned.Cookie, _learned.CookieLength);
        }

        for (; !isSyn && options.SackCount < _random.Next(4); options.SackCount++)
        {
            var left = Near(_theirNxt) - (uint)_random.Next(5000);
            options.Sacks[options.SackCount] = new SackBlock(left, left + (uint)_random.Next(3000));
            options.Present |= OptionKinds.Sack;
        }

        return options;
    }

    private SeqNum Near(SeqNum number) => _random.Next(16) switch
    {
        0 => number + unchecked((uint)_random.Next(-70_000, 70_000)),
        1 => number + unchecked((uint)_random.Next(-2000, 2000)),
        2 or 3 => number + unchecked((uint)_random.Next(-2, 3)),
        4 when _random.Next(10) == 0 => new SeqNum((uint)_random.NextInt64(1L << 32)),
        _ => number,
    };
}
