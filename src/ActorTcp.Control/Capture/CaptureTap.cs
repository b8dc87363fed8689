using System.Buffers;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>Packets as a pcapng file has them, with the number of their connection as comment, and at the end how many there were and how many were lost.</summary>
/// <param name="snapLength">Octets of each packet to keep.</param>
internal sealed class CaptureTap(TcpStack stack, ConnectionFilter filter, int snapLength, int? limit) : FeedTap<CapturedPacket>(filter, Capacity, limit), ITap
{
    private const int Capacity = 8192;
    private const long NanosecondsPerTick = 100;

    private readonly PcapBlocks _blocks = new();
    private readonly DateTimeOffset _epoch = stack.TimeOfDay(TimeSpan.Zero);
    private readonly long _began = Nanoseconds(stack.Options.Time.GetUtcNow());

    void ITap.Packet(in TappedPacket packet)
    {
        var connection = packet.Connection?.Id;
        if (!Filter.Fits(packet.Tuple, packet.State, connection))
        {
            return;
        }

        var length = Math.Min(packet.Octets.Length, snapLength);
        var octets = ArrayPool<byte>.Shared.Rent(length);
        packet.Octets[..length].CopyTo(octets);
        Offer(new CapturedPacket(packet.At, packet.Direction, octets, length, packet.Octets.Length, connection));
    }

    public override void TellBeginning(IBufferWriter<byte> output)
    {
        JsonLine.Write(output, new ControlNotice { Format = "pcapng" }, ControlJson.Default.ControlNotice);
        output.Write(_blocks.SectionHeader("actortcp"));
        output.Write(_blocks.InterfaceDescription("actortcp", Filter.ToString(), snapLength == int.MaxValue ? 0 : snapLength));
    }

    public override void TellEnd(IBufferWriter<byte> output) =>
        output.Write(_blocks.InterfaceStatistics(_began, Nanoseconds(stack.Options.Time.GetUtcNow()), Told + Lost, Lost));

    protected override void Tell(in CapturedPacket packet, IBufferWriter<byte> output)
    {
        output.Write(_blocks.Packet(
            Nanoseconds(_epoch + packet.At),
            packet.Octets.AsSpan(0, packet.Length),
            packet.WholeLength,
            packet.Direction,
            packet.Connection is { } id ? $"connection {id}" : ""));
        Discard(in packet);
    }

    protected override void Discard(in CapturedPacket packet) => ArrayPool<byte>.Shared.Return(packet.Octets);

    private static long Nanoseconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick;
}
