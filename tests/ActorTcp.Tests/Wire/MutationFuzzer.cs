using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>A million damaged packets: the reader never throws, never looks beside the packet, and knows every way to be bad.</summary>
public sealed class MutationFuzzer
{
    private const int Packets = 1_000_000;
    private const int Margin = 64;

    private readonly byte[] _amongZeros = new byte[4096];
    private readonly byte[] _amongOnes = new byte[4096];
    private readonly char[] _line = new char[SegmentText.MaxLength];
    private readonly byte[] _written = new byte[4096];
    private readonly int[] _seen = new int[Enum.GetValues<DropReason>().Length];

    [Fact]
    public void A_million_damaged_packets_are_read_alike_wherever_they_lie()
    {
        var mutator = new PacketMutator(seed: 9293, Corpus());
        for (var i = 0; i < Packets; i++)
        {
            var packet = mutator.Next();
            ReadsAlike(packet, ChecksumCheck.Verify);
            if (i % 2 == 0)
                ReadsAlike(packet, ChecksumCheck.Trusted);
        }

        Assert.DoesNotContain(0, _seen);
        Assert.True(_seen[(int)DropReason.None] > Packets / 4, "Too few packets got to the end of the reader.");
    }

    /// <summary>Once at the very end of an array, with zeros before it; once in the middle of ones.</summary>
    private void ReadsAlike(ReadOnlySpan<byte> packet, ChecksumCheck check)
    {
        var atTheEnd = _amongZeros.AsSpan(^packet.Length);
        packet.CopyTo(atTheEnd);
        _amongOnes.AsSpan(0, packet.Length + 2 * Margin).Fill(0xFF);
        var inTheMiddle = _amongOnes.AsSpan(Margin, packet.Length);
        packet.CopyTo(inTheMiddle);

        var reason = PacketReader.Read(atTheEnd, out var one, check);
        Assert.True(reason == PacketReader.Read(inTheMiddle, out var other, check));
        Assert.True(PacketDigest.Of(in one, atTheEnd) == PacketDigest.Of(in other, inTheMiddle));
        Assert.True(packet.SequenceEqual(atTheEnd) && packet.SequenceEqual(inTheMiddle));
        _seen[(int)reason]++;
        if (reason == DropReason.None && one.Kind == PacketKind.Tcp)
        {
            ComesBack(in one);
            IsTheSameUnchecked(packet, in one);
        }

        atTheEnd.Clear();
    }

    /// <summary>Whoever looks ahead, before anything is checked, sees the same connection or none.</summary>
    private static void IsTheSameUnchecked(ReadOnlySpan<byte> packet, in Packet read) =>
        Assert.True(!UncheckedSegment.TryRead(packet, read.Ip.IsV4, out var tuple, out var seq) || (tuple.Reversed == read.Tuple && seq == read.Tcp.Seq));

    /// <summary>What was read can be printed, and written and read again to the same values, unless padding left no room for all options.</summary>
    private void ComesBack(in Packet read)
    {
        Assert.True(SegmentText.TryFormat(in read.Tcp, _line, out _));
        var path = new PathAttributes(read.Ip.HopLimit, read.Ip.TrafficClass, read.Ip.FlowLabel, read.Ip.Identification);
        var length = SegmentWriter.Write(_written, read.Tuple.Reversed, in path, in read.Tcp);
        Assert.True(PacketReader.Read(_written.AsSpan(0, length), out var again) == DropReason.None);
        Assert.True(PacketDigest.OfSegment(in read) == PacketDigest.OfSegment(in again) || OptionsWriter.Length(again.Tcp.Options) > 32);
    }

    private static byte[][] Corpus()
    {
        var packets = Captured.All.Select(Samples.Hex).ToList();
        var buffer = new byte[2048];
        foreach (var kinds in new[] { OptionKinds.None, OptionKinds.Sack, OptionKinds.Timestamps | OptionKinds.Sack, OptionKinds.FastOpen | OptionKinds.UserTimeout })
        {
            var seg = new Segment { Control = ControlBits.Ack, Options = Samples.Options(kinds), Text = "some text to be damaged"u8 };
            packets.Add(buffer[..SegmentWriter.Write(buffer, Samples.Tuple(v4: true), in Samples.Path, in seg)]);
            packets.Add(buffer[..SegmentWriter.Write(buffer, Samples.Tuple(v4: false), in Samples.Path, in seg)]);
        }

        packets.Add(WithExtension(60, "06 00 0104 00000000"));
        packets.Add(WithExtension(0, "06 00 4104 00000000"));
        packets.Add(WithExtension(43, "06 00 04 00 00000000"));
        packets.Add(WithExtension(44, "06 00 0000 12345678"));
        packets.Add(Mapped());
        return [.. packets];
    }

    private static byte[] WithExtension(byte kind, string header)
    {
        var syn = Samples.Hex(Captured.SynV6);
        byte[] packet = [.. syn.AsSpan(0, 40), .. Samples.Hex(header), .. syn.AsSpan(40)];
        (packet[5], packet[6]) = ((byte)(packet.Length - 40), kind);
        return packet;
    }

    private static byte[] Mapped()
    {
        var syn = Samples.Hex(Captured.SynV6);
        Samples.Hex("00000000000000000000ffffc0000201").CopyTo(syn, 8);
        return syn;
    }
}
