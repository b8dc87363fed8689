using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>The packets of a flood, from a seed: what is sent, and what a flooding host answers. It knows no network.</summary>
internal sealed class FloodTraffic(Trial trial)
{
    /// <summary>Room for one packet.</summary>
    public const int MaxLength = 64;

    private static readonly uint ServerAddress = IpAddr.From(LabAddresses.Server.Address).V4;

    private readonly Random _random = new(trial.Seed);
    private readonly FloodPlan _plan = trial.Experiment.Flood;
    private readonly TcpOptions _ofSyn = new() { Present = OptionKinds.Mss, Mss = 1460 };
    private int _synsFirst = trial.Experiment.Flood.SynsFirst;

    /// <summary>Writes the next packet of the flood.</summary>
    /// <returns>Its length in octets.</returns>
    public int Next(Span<byte> packet)
    {
        var tuple = new FourTuple(IpAddr.FromV4(Source()), (ushort)_random.Next(1024, 65536), IpAddr.FromV4(ServerAddress), LabAddresses.ServerPort);
        var isGuess = trial.Kind == FloodKind.Ack && _synsFirst == 0;
        _synsFirst -= _synsFirst > 0 ? 1 : 0;
        return SegmentWriter.Write(packet, in tuple, PathAttributes.Default, new Segment
        {
            Seq = new SeqNum((uint)_random.NextInt64(1L << 32)),
            Ack = new SeqNum(isGuess ? (uint)_random.NextInt64(1L << 32) : 0),
            Control = isGuess ? ControlBits.Ack : ControlBits.Syn,
            Wnd = 65535,
            Options = isGuess ? default : _ofSyn,
        });
    }

    /// <summary>Writes what the flooding host answers to a packet for it.</summary>
    /// <returns>Its length in octets; 0 when it says nothing.</returns>
    public int Answer(ReadOnlySpan<byte> received, Span<byte> packet)
    {
        if (trial.Kind != FloodKind.Idle || PacketReader.Read(received, out var read, ChecksumCheck.Trusted) != DropReason.None || !IsSynAck(in read))
        {
            return 0;
        }

        return SegmentWriter.Write(packet, read.Tuple, PathAttributes.Default, new Segment
        {
            Seq = read.Tcp.Ack,
            Ack = read.Tcp.End,
            Control = ControlBits.Ack,
            Wnd = 65535,
        });
    }

    private static bool IsSynAck(in Packet packet) => packet.Kind == PacketKind.Tcp && packet.Tcp is { HasSyn: true, HasAck: true };

    private uint Source() => trial.Sources switch
    {
        SourcePattern.Random => LabAddresses.FirstOf(LabAddresses.Flood) + (uint)_random.Next(1, (1 << 24) - 1),
        SourcePattern.Prefix => LabAddresses.FirstOf(_plan.Prefix) + (uint)_random.NextInt64(1L << (32 - _plan.Prefix.PrefixLength)),
        SourcePattern.Hosts => LabAddresses.FirstOf(LabAddresses.Flood) + ((uint)(1 + _random.Next(_plan.Hosts)) << 16) + 0x0101,
    };
}
