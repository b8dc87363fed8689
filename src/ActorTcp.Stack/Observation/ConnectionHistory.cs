namespace ActorTcp.Stack;

/// <summary>What happened to one connection: its beginning, which is the handshake, and the latest.</summary>
internal sealed class ConnectionHistory
{
    /// <summary>Entries kept for ever.</summary>
    public const int Beginning = 8;

    /// <summary>Entries kept of all that follow.</summary>
    public const int Latest = 16;

    private HistoryEntry[] _entries = new HistoryEntry[Beginning];

    /// <summary>How many entries there have been in all.</summary>
    public long Total { get; private set; }

    /// <summary>How many were forgotten between the beginning and the latest.</summary>
    public long Forgotten => Math.Max(Total - Beginning - Latest, 0);

    public void Add(in HistoryEntry entry)
    {
        if (Total == Beginning)
        {
            Array.Resize(ref _entries, Beginning + Latest);
        }

        var at = Total < Beginning ? Total : Beginning + ((Total - Beginning) % Latest);
        _entries[at] = entry;
        Total++;
    }

    /// <summary>A copy in the order of events.</summary>
    public HistoryEntry[] ToArray()
    {
        var kept = new HistoryEntry[Math.Min(Total, Beginning + Latest)];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = i < Beginning ? _entries[i] : _entries[Beginning + ((Forgotten + i - Beginning) % Latest)];
        }

        return kept;
    }
}
