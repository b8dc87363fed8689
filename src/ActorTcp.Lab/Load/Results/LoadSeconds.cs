using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>The seconds of a load as they pass: each is given away when it is over.</summary>
internal sealed class LoadSeconds
{
    private LatencyHistogram _connect = new();
    private int _second;
    private long _started;
    private long _connected;
    private long _completed;
    private long _failed;

    /// <summary>A second is over. Raised on the generator's thread.</summary>
    public event Action<LoadSecond>? Passed;

    public TimeSpan NextDue => TimeSpan.FromSeconds(_second + 1);

    public void Started() => _started++;

    public void Connected(TimeSpan latency)
    {
        _connected++;
        _connect.Record(latency);
    }

    public void Ended(FlowEnd end)
    {
        _completed += end == FlowEnd.Completed ? 1 : 0;
        _failed += end is FlowEnd.Completed or FlowEnd.CutOff ? 0 : 1;
    }

    /// <summary>Closes the seconds that are over.</summary>
    public void Tick(TimeSpan now, int open)
    {
        while (now >= NextDue)
        {
            Pass(open);
        }
    }

    /// <summary>At the end of the load closes the second that goes on, if anything has happened in it.</summary>
    public void Finish(int open)
    {
        if (_started + _connected + _completed + _failed > 0)
        {
            Pass(open);
        }
    }

    private void Pass(int open)
    {
        Passed?.Invoke(new LoadSecond
        {
            Second = _second++,
            Started = _started,
            Connected = _connected,
            Completed = _completed,
            Failed = _failed,
            Open = open,
            Connect = _connect,
        });
        _connect = new LatencyHistogram();
        (_started, _connected, _completed, _failed) = (0, 0, 0, 0);
    }
}
