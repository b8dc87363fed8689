using System.Runtime.CompilerServices;
using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>What happened to one connection: its beginning, which is the handshake, and the latest.</summary>
/// <param name="connection">Whose history it is.</param>
internal sealed class ConnectionHistory(long connection)
{
    /// <summary>Entries kept for ever.</summary>
    public const int Beginning = 8;

    /// <summary>Entries kept of all that follow.</summary>
    public const int Latest = 16;

    /// <summary>Room for the latest at first: enough for one who connects, asks something and closes.</summary>
    private const int FirstRoom = 8;

    private BeginningEntries _beginning;
    private HistoryEntry[] _latest = [];

    /// <summary>Whose history it is; another one's, once it has been forgotten.</summary>
    public long Connection { get; private set; } = connection;

    /// <summary>How many entries there have been in all.</summary>
    public long Total { get; private set; }

    /// <summary>How many were forgotten between the beginning and the latest.</summary>
    public long Forgotten => Math.Max(Total - Beginning - Latest, 0);

    public void Add(in HistoryEntry entry)
    {
        var number = Total++;
        if (number < Beginning)
        {
            _beginning[(int)number] = entry;
            return;
        }

        var at = (int)((number - Beginning) % Latest);
        if (at == _latest.Length)
        {
            Array.Resize(ref _latest, at == 0 ? FirstRoom : Latest);
        }

        _latest[at] = entry;
    }

    /// <inheritdoc cref="Tcb.Fetch"/>
    public uint Fetch() => Total < Beginning ? _beginning[(int)Total].Wnd : (uint)_latest.Length;

    /// <summary>Forgets everything and begins another connection's history.</summary>
    public void BeginAnew(long connection) => (Connection, Total) = (connection, 0);

    /// <summary>A copy in the order of events.</summary>
    public HistoryEntry[] ToArray()
    {
        var kept = new HistoryEntry[Math.Min(Total, Beginning + Latest)];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = i < Beginning ? _beginning[i] : _latest[(Forgotten + i - Beginning) % Latest];
        }

        return kept;
    }

    [InlineArray(Beginning)]
    private struct BeginningEntries
    {
        private HistoryEntry _first;
    }
}
