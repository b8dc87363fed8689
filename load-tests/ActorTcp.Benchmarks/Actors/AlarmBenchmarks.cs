using ActorTcp.Actors;
using BenchmarkDotNet.Attributes;

namespace ActorTcp.Benchmarks;

/// <summary>The timer wheel with many alarms, as many connections keep it.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class AlarmBenchmarks
{
    private const int Alarms = 100_000;

    private readonly TimerWheel _wheel = new();
    private readonly Bell[] _bells = new Bell[Alarms];
    private readonly TimeSpan[] _delays = new TimeSpan[Alarms];
    private TimeSpan _now;

    public AlarmBenchmarks()
    {
        Random random = new(1);
        for (int i = 0; i < Alarms; i++)
        {
            _bells[i] = new Bell();
            _delays[i] = TimeSpan.FromMilliseconds(random.Next(200, 60_000));
        }
    }

    [Benchmark(OperationsPerInvoke = Alarms)]
    public void SetAndRemove()
    {
        for (int i = 0; i < Alarms; i++) _wheel.Set(_bells[i], _delays[i]);
        foreach (Bell bell in _bells) _wheel.Remove(bell);
    }

    /// <summary>The way of a retransmission timer whose segment is acknowledged in time: it stays where it is.</summary>
    [Benchmark(OperationsPerInvoke = Alarms)]
    public void SetAndSilence()
    {
        for (int i = 0; i < Alarms; i++)
        {
            _wheel.Set(_bells[i], _now + _delays[i]);
            _wheel.Set(_bells[i], Alarm.Never);
        }
    }

    [Benchmark(OperationsPerInvoke = Alarms)]
    public int SetAndRing()
    {
        for (int i = 0; i < Alarms; i++) _wheel.Set(_bells[i], _now + _delays[i]);
        _now += TimeSpan.FromMinutes(1);
        int rung = 0;
        int budget = int.MaxValue;
        while (_wheel.Take(_now, ref budget) is not null) rung++;
        return rung;
    }

    private sealed class Bell : Alarm;
}
