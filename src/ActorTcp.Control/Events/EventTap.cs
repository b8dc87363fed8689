using System.Buffers;
using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Control;

/// <summary>Makes lines of an event log of what happens on the shards.</summary>
/// <param name="perSecond">Events a second at most; how many more there were is told.</param>
internal sealed class EventTap(TcpStack stack, ConnectionFilter filter, int perSecond, int? limit = null) : FeedTap<Observed>(filter, Capacity, limit), ITap
{
    public const int UsualRate = 1000;

    private const int Capacity = 4096;

    private readonly EventRate _rate = new(perSecond);
    private long _toldLost;
    private long _toldAt = stack.Options.Time.GetTimestamp();

    /// <summary>Whether a client waits for the first words; a log has none.</summary>
    public bool IsAnswer { get; init; }

    void ITap.Happened(ConnectionActor connection, in HistoryEntry entry)
    {
        if (entry.Kind != HistoryEntryKind.StateChanged)
        {
            return;
        }

        switch (entry.From, entry.To)
        {
            case (TcpState.Closed or TcpState.Listen, TcpState.SynSent or TcpState.SynReceived):
                Take(Of(connection, entry.At, EventKind.Opened) with { Active = entry.To == TcpState.SynSent }, entry.To);
                break;
            case (_, TcpState.Established):
                Take(Of(connection, entry.At, EventKind.Established) with { Age = entry.At - connection.Began }, entry.To);
                break;
        }
    }

    void ITap.Ended(TimeSpan at, ConnectionActor connection, ConnectionEnd end) => Take(
        Of(connection, at, EventKind.Closed) with
        {
            End = end,
            Cause = connection.LastMove?.Cause ?? default,
            Left = connection.LastMove?.From ?? default,
            Age = at - connection.Began,
        },
        TcpState.Closed);

    void ITap.Decided(TimeSpan at, TcpListener listener, Counter what, in FourTuple tuple)
    {
        if (KindOf(what) is { } kind)
        {
            Take(new Observed { At = at, Kind = kind, Tuple = tuple, Listener = listener, What = what }, TcpState.Listen);
        }
    }

    void ITap.Switched(TimeSpan at, TcpListener listener, HalfOpenPolicy former) =>
        Take(new Observed { At = at, Kind = EventKind.Switched, Listener = listener, Former = former, Policy = listener.Policy }, TcpState.Listen);

    public override void TellBeginning(IBufferWriter<byte> output)
    {
        if (IsAnswer)
        {
            JsonLine.Write(output, new ControlNotice { Format = "events" }, ControlJson.Default.ControlNotice);
        }
    }

    /// <summary>Once a second at most, how many events were not told.</summary>
    public override void TellMeanwhile(IBufferWriter<byte> output)
    {
        var now = stack.Options.Time.GetTimestamp();
        if (stack.Options.Time.GetElapsedTime(_toldAt, now) >= TimeSpan.FromSeconds(1))
        {
            _toldAt = now;
            TellEnd(output);
        }
    }

    public override void TellEnd(IBufferWriter<byte> output)
    {
        var lost = Lost;
        var count = _rate.TakeSuppressed() + lost - _toldLost;
        _toldLost = lost;
        if (count > 0)
        {
            Tell(new StackEvent { At = stack.Options.Time.GetUtcNow(), Event = EventKind.Suppressed, Count = count }, output);
        }
    }

    protected override void Tell(in Observed seen, IBufferWriter<byte> output)
    {
        var isAboutConnection = seen.Tuple != default;
        Tell(
            new StackEvent
            {
                At = stack.TimeOfDay(seen.At),
                Event = seen.Kind,
                Id = seen.Id,
                Local = isAboutConnection ? new IPEndPoint(seen.Tuple.Local.ToIPAddress(), seen.Tuple.LocalPort) : null,
                Remote = isAboutConnection ? new IPEndPoint(seen.Tuple.Remote.ToIPAddress(), seen.Tuple.RemotePort) : null,
                Service = seen.Listener?.Options.Name,
                Port = isAboutConnection ? null : seen.Listener?.Options.Port,
                Active = seen.Active,
                End = seen.End,
                Cause = seen.Cause,
                Left = seen.Left,
                Age = seen.Age,
                Counter = seen.What is { } what ? CounterCatalog.All[(int)what].Name : null,
                Former = seen.Former,
                Policy = seen.Policy,
            },
            output);
    }

    private static void Tell(StackEvent told, IBufferWriter<byte> output) => JsonLine.Write(output, told, ControlJson.Default.StackEvent);

    private static Observed Of(ConnectionActor connection, TimeSpan at, EventKind kind) =>
        new() { At = at, Kind = kind, Id = connection.Id, Tuple = connection.Tuple, Listener = connection.Endpoint };

    private static EventKind? KindOf(Counter what) => what switch
    {
        Counter.PassiveOpens or Counter.HalfOpenRecycled => null,   // told as opened, and as closed
        Counter.SynCookiesSent or Counter.SynCookiesReceived or Counter.SynCookiesFailed or Counter.SynCookiesReplayed => EventKind.Cookie,
        Counter.SynsCached => EventKind.Cached,
        Counter.FloodsBegun => EventKind.FloodBegun,
        Counter.FloodsEnded => EventKind.FloodEnded,
        _ => EventKind.Dropped,
    };

    private void Take(in Observed seen, TcpState state)
    {
        if ((seen.Tuple == default || Filter.Fits(seen.Tuple, state, seen.Id)) && _rate.TryTake(seen.At))
        {
            Offer(in seen);
        }
    }
}
