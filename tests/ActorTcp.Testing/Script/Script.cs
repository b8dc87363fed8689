using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>
/// A packet script: what happens to one connection, and what it answers, exact or silent. Numbers are relative to the initial sequence
/// numbers, so that the same script runs at any; what an event sends must be expected in full before the next one.
/// </summary>
internal sealed partial class Script
{
    private readonly ScriptLog _log = new();
    private readonly SeqNum _iss;
    private readonly SeqNum _irs;

    private Script(ScriptStart start)
    {
        _iss = new SeqNum(start.Iss);
        _irs = new SeqNum(start.Irs);
        Machine = new Machine(start.Settings, _iss, start.Mtu, start.IsV4);
        Machine.Tcb.RemoteSpecified = true;
    }

    public Machine Machine { get; }

    /// <summary>A segment arrives from the peer.</summary>
    public Script Inject(SegmentLine line)
    {
        var segment = line.Absolute(_irs, _iss);
        Begin($"< {segment.Format(_irs, _iss)}");
        Machine.Arrives(segment);
        return this;
    }

    /// <summary>Time passes; timers fire when they are due.</summary>
    public Script After(TimeSpan time)
    {
        Begin($"+ {time.TotalSeconds:0.###} s");
        Machine.Advance(time);
        return this;
    }

    /// <summary>The event before this one must have been answered for; now comes another.</summary>
    private void Begin(string line)
    {
        if (Machine.Sent is [var unexpected, ..])
        {
            throw Fail("(nothing more)", $"> {unexpected.Format(_iss, _irs)}");
        }

        Machine.Signals.Clear();
        _delivered = Machine.Text.Received.Count;
        _log.Add(Machine.Now, line);
    }

    private ScriptFailure Fail(string expected, string found) => _log.Fail(Machine.Now, expected, found);
}
