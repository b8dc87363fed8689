using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>No packet costs the collector anything.</summary>
public sealed class Allocations
{
    [Theory, InlineData(true), InlineData(false)]
    public void Writing_reading_answering_and_printing_allocate_nothing(bool v4)
    {
        var packet = new byte[2000];
        var answer = new byte[1280];
        var line = new char[SegmentText.MaxLength];
        WayOfAPacket(v4, packet, answer, line);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            WayOfAPacket(v4, packet, answer, line);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void WayOfAPacket(bool v4, byte[] packet, byte[] answer, char[] line)
    {
        var seg = new Segment
        {
            Control = ControlBits.Ack,
            Options = Samples.Options(OptionKinds.Timestamps | OptionKinds.Sack),
            Text = packet.AsSpan(0, 500),
        };
        var length = SegmentWriter.Write(packet.AsSpan(500), Tuples[v4 ? 0 : 1], in Samples.Path, in seg);
        PacketReader.Read(packet.AsSpan(500, length), out var read);
        SegmentText.TryFormat(in read.Tcp, line, out _);
        length = IcmpWriter.Unreachable(answer, IcmpError.PortUnreachable, packet.AsSpan(500, length), read.Ip.Destination);
        PacketReader.Read(answer.AsSpan(0, length), out read);
        read.Icmp.TryReadQuoted(out _, out _);
    }

    private static readonly FourTuple[] Tuples = [Samples.Tuple(v4: true), Samples.Tuple(v4: false)];
}
