using System.Buffers;
using System.Collections.Concurrent;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>Tells what happens to connections, as their histories remember it; of one that was there before, first what its history remembers.</summary>
internal sealed class TraceTap(ConnectionFilter filter, int? limit) : FeedTap<Traced>(filter, Capacity, limit), ITap
{
    private const int Capacity = 16_384;

    private readonly ConcurrentDictionary<long, bool> _known = new();

    void ITap.Happened(ConnectionActor connection, in HistoryEntry entry)
    {
        if (!Filter.Fits(connection.Tuple, connection.Tcb.State, connection.Id))
        {
            return;
        }

        if (_known.TryAdd(connection.Id, true) && connection.History is { } history)
        {
            foreach (var earlier in history.ToArray())
            {
                Take(connection, in earlier);
            }
        }
        else
        {
            Take(connection, in entry);
        }
    }

    void ITap.Ended(TimeSpan at, ConnectionActor connection, ConnectionEnd end)
    {
        if (_known.TryRemove(connection.Id, out _))
        {
            Offer(new Traced(connection.Id, connection.Tuple, connection.Service, new HistoryEntry { At = at }, end));
        }
    }

    public override void TellBeginning(IBufferWriter<byte> output) => JsonLine.Write(output, new ControlNotice { Format = "trace" }, ControlJson.Default.ControlNotice);

    protected override void Tell(in Traced item, IBufferWriter<byte> output) => JsonLine.Write(output, TraceLine.Of(in item), ControlJson.Default.TraceLine);

    private void Take(ConnectionActor connection, in HistoryEntry entry) => Offer(new Traced(connection.Id, connection.Tuple, connection.Service, entry, End: null));
}
