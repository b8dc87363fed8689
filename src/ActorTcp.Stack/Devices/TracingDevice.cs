using System.Globalization;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Writes a line for every packet that passes: time, direction, addresses, and the segment in the words of packetdrill.</summary>
/// <param name="inner">Belongs to this one from then on.</param>
/// <param name="output">Used by one shard's thread only, as the device is; it stays open.</param>
/// <param name="time">Lines begin with the seconds since the device was made.</param>
public sealed class TracingDevice(IPacketDevice inner, TextWriter output, TimeProvider time) : IPacketDevice
{
    private static readonly string[] Refusals = Enum.GetNames<DropReason>();

    private readonly char[] _line = new char[64 + (2 * AddressText.MaxLength) + SegmentText.MaxLength];
    private readonly long _began = time.GetTimestamp();

    public int Mtu => inner.Mtu;

    public int Headroom => inner.Headroom;

    public bool TryOffload() => inner.TryOffload();

    public int Read(Span<byte> buffer)
    {
        var length = inner.Read(buffer);
        if (length > 0)
        {
            Trace(" < ", buffer[..length], default);
        }

        return length;
    }

    public int Read(Span<byte> buffer, out PacketOffload offload)
    {
        var length = inner.Read(buffer, out offload);
        if (length > 0)
        {
            Trace(" < ", buffer.Slice(Headroom, length), offload);
        }

        return length;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        Trace(" > ", packet, default);
        return inner.Write(packet);
    }

    public WriteOutcome Write(Span<byte> buffer, PacketOffload offload)
    {
        Trace(" > ", buffer[Headroom..], offload);
        return inner.Write(buffer, offload);
    }

    public void Dispose() => inner.Dispose();

    private void Trace(string direction, ReadOnlySpan<byte> octets, PacketOffload offload)
    {
        var microseconds = time.GetElapsedTime(_began).Ticks / TimeSpan.TicksPerMicrosecond;
        var length = Number(0, microseconds / 1_000_000, "");
        length += Text(length, ".");
        length += Number(length, microseconds % 1_000_000, "D6");
        length += Text(length, direction);
        var reason = PacketReader.Read(octets, out var packet, offload.ToCheck());
        if (reason != DropReason.None)
        {
            length += Text(length, Refusals[(int)reason]);
        }
        else if (packet.Kind == PacketKind.Icmp)
        {
            length += Text(length, "ICMP");
        }
        else
        {
            length += AddressText.WriteEndPoint(_line.AsSpan(length), packet.Ip.Source, packet.SourcePort);
            length += Text(length, " > ");
            length += AddressText.WriteEndPoint(_line.AsSpan(length), packet.Ip.Destination, packet.DestinationPort);
            length += Text(length, " ");
            SegmentText.TryFormat(in packet.Tcp, _line.AsSpan(length), out var written);
            length += written;
        }

        output.WriteLine(_line.AsSpan(0, length));
    }

    private int Number(int at, long number, string format)
    {
        number.TryFormat(_line.AsSpan(at), out var written, format, CultureInfo.InvariantCulture);
        return written;
    }

    private int Text(int at, string words)
    {
        words.CopyTo(_line.AsSpan(at));
        return words.Length;
    }
}
