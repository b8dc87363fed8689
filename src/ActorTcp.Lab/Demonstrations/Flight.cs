using System.Net;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>A segment between the two ends of a <see cref="VirtualLink"/>, with what its headers say.</summary>
internal sealed class Flight
{
    public Flight(ReadOnlySpan<byte> octets)
    {
        if (PacketReader.Read(octets, out var packet) != DropReason.None || packet.Kind != PacketKind.Tcp)
        {
            throw new ArgumentException("No sound TCP segment.", nameof(octets));
        }

        (Source, Destination) = (packet.Ip.Source.ToIPAddress(), packet.Ip.Destination.ToIPAddress());
        (SourcePort, DestinationPort) = (packet.SourcePort, packet.DestinationPort);
        var segment = packet.Tcp;
        (Seq, Ack, Control, Wnd) = (segment.Seq, segment.Ack, segment.Control, segment.Wnd);
        (Options, Text) = (segment.Options, segment.Text.ToArray());
    }

    public bool ToRight { get; init; }

    public TimeSpan Departed { get; init; }

    /// <summary>Null for one that the network lost.</summary>
    public TimeSpan? Arrived { get; init; }

    /// <summary>Whether it arrived at a server that had no place for it.</summary>
    public bool WasDropped { get; set; }

    public IPAddress Source { get; }

    public IPAddress Destination { get; }

    public ushort SourcePort { get; }

    public ushort DestinationPort { get; }

    public SeqNum Seq { get; }

    /// <summary>Meaningful only with the ACK bit.</summary>
    public SeqNum Ack { get; }

    public ControlBits Control { get; }

    /// <summary>As it stands in the header, not scaled.</summary>
    public ushort Wnd { get; }

    public TcpOptions Options { get; }

    public byte[] Text { get; }

    public bool Has(ControlBits bits) => (Control & bits) == bits;

    /// <summary>Whether it is between the ends at that time, or has just left.</summary>
    public bool IsUnderWay(TimeSpan now) => Departed <= now && (Arrived is null ? now == Departed : now < Arrived);
}
