using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Control;

/// <summary>Something that has happened to a connection, on a line.</summary>
internal sealed record TraceLine
{
    /// <summary>On the clock of the stack.</summary>
    public required TimeSpan At { get; init; }

    public required long Id { get; init; }

    public required IPEndPoint Local { get; init; }

    public required IPEndPoint Remote { get; init; }

    public string? Service { get; init; }

    /// <summary>Of the last line about a connection: how it ended. Then there is nothing else.</summary>
    public ConnectionEnd? End { get; init; }

    public HistoryEntryKind? Kind { get; init; }

    /// <summary>SEG.SEQ, as on the wire.</summary>
    public uint? Seq { get; init; }

    /// <summary>SEG.ACK, as on the wire.</summary>
    public uint? Ack { get; init; }

    /// <summary>The control bits of RFC 9293 §3.1 as a number: FIN 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32, ECE 64, CWR 128.</summary>
    public int? Control { get; init; }

    /// <summary>SEG.WND, not scaled.</summary>
    public int? Wnd { get; init; }

    /// <summary>Octets of text.</summary>
    public int? Text { get; init; }

    /// <summary>Why a segment was sent.</summary>
    public SendReason? Reason { get; init; }

    public TcpState? From { get; init; }

    public Cause? Cause { get; init; }

    public TcpState? To { get; init; }

    /// <summary>What the user was told.</summary>
    public Signal? Signal { get; init; }

    public static TraceLine Of(in Traced traced)
    {
        var (tuple, entry) = (traced.Tuple, traced.Entry);
        var line = new TraceLine
        {
            At = entry.At,
            Id = traced.Id,
            Local = new IPEndPoint(tuple.Local.ToIPAddress(), tuple.LocalPort),
            Remote = new IPEndPoint(tuple.Remote.ToIPAddress(), tuple.RemotePort),
            Service = traced.Service,
            End = traced.End,
            Kind = traced.End is null ? entry.Kind : null,
        };
        return line.Kind switch
        {
            null => line,
            HistoryEntryKind.StateChanged => line with { From = entry.From, Cause = entry.Cause, To = entry.To },
            HistoryEntryKind.Signal => line with { Signal = entry.Signal },
            _ => line with
            {
                Seq = entry.Seq.Value,
                Ack = entry.Ack.Value,
                Control = (int)entry.Control,
                Wnd = entry.Wnd,
                Text = entry.TextLength,
                Reason = entry.Kind == HistoryEntryKind.SegmentOut ? entry.Reason : null,
            },
        };
    }

    /// <summary>What the history of the connection remembers.</summary>
    public HistoryEntry ToEntry() => Kind switch
    {
        HistoryEntryKind.StateChanged => new() { At = At, Kind = HistoryEntryKind.StateChanged, From = From ?? default, Cause = Cause ?? default, To = To ?? default },
        HistoryEntryKind.Signal => new() { At = At, Kind = HistoryEntryKind.Signal, Signal = Signal ?? default },
        _ => new()
        {
            At = At,
            Kind = Kind ?? default,
            Seq = new SeqNum(Seq ?? 0),
            Ack = new SeqNum(Ack ?? 0),
            Control = (ControlBits)(Control ?? 0),
            Wnd = (ushort)(Wnd ?? 0),
            TextLength = (ushort)(Text ?? 0),
            Reason = Reason ?? default,
        },
    };
}
