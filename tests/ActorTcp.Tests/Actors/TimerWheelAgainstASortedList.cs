using ActorTcp.Actors;

namespace ActorTcp.Tests;

/// <summary>Random histories of setting, clearing and letting time pass, on the wheel and on the simplest thing that can be right.</summary>
public sealed class TimerWheelAgainstASortedList
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly TimerWheel _wheel = new();
    private readonly Bell[] _bells = [.. Enumerable.Range(0, 50).Select(number => new Bell(number))];
    private readonly SortedSet<(TimeSpan Due, int Bell)> _model = [];
    private TimeSpan _now;

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 5_000)]
    [InlineData(3, 600_000)]
    [InlineData(4, 400_000_000)]
    [InlineData(5, 4_000_000_000_000)]
    public void They_ring_the_same_bells_in_the_same_order(int seed, long spanInMilliseconds)
    {
        Random random = new(seed);
        for (int step = 0; step < 20_000; step++)
        {
            Bell bell = _bells[random.Next(_bells.Length)];
            switch (random.Next(8))
            {
                case 0: Set(bell, Alarm.Never); break;
                case 1: Remove(bell); break;
                case 2: Set(bell, _now); break;
                case < 6: Set(bell, _now + RandomSpan(random, spanInMilliseconds)); break;
                case 6: Pass(RandomSpan(random, spanInMilliseconds) / 16); break;
                default: PassToNextDue(); break;
            }
        }
    }

    [Fact]
    public void A_wheel_that_is_taken_a_few_alarms_at_a_time_rings_the_same_bells()
    {
        Random random = new(6);
        for (int step = 0; step < 2_000; step++)
        {
            Bell bell = _bells[random.Next(_bells.Length)];
            if (random.Next(16) > 0) Set(bell, _now + RandomSpan(random, 9_000));
            else Pass(RandomSpan(random, 9_000), atATime: 1);
        }
    }

    [Fact]
    public void Removed_alarms_leave_nothing_behind()
    {
        Random random = new(7);
        foreach (Bell bell in _bells) Set(bell, RandomSpan(random, 1_000_000_000));
        foreach (Bell bell in _bells) Remove(bell);

        Assert.Null(_wheel.NextDue);
    }

    private static TimeSpan RandomSpan(Random random, long milliseconds) => TimeSpan.FromTicks(random.NextInt64(milliseconds * TimeSpan.TicksPerMillisecond));

    private void Set(Bell bell, TimeSpan due)
    {
        _model.Remove((bell.Asked, bell.Number));
        _wheel.Set(bell, bell.Asked = due);
        if (due != Alarm.Never) _model.Add((due, bell.Number));
    }

    private void Remove(Bell bell)
    {
        _model.Remove((bell.Asked, bell.Number));
        _wheel.Remove(bell);
    }

    private void PassToNextDue()
    {
        if (_wheel.NextDue is not { } due) return;
        if (_model.Count > 0) Assert.True(due < _model.Min.Due + Tick, $"the wheel sleeps until {due}, past {_model.Min.Due}");
        Pass(due > _now ? due - _now : TimeSpan.Zero);
    }

    private void Pass(TimeSpan by, int atATime = int.MaxValue)
    {
        _now += by;
        TimeSpan last = TimeSpan.Zero;
        int budget;
        do
        {
            budget = atATime;
            while (_wheel.Take(_now, ref budget) is Bell bell)
            {
                TimeSpan due = bell.Asked;
                Assert.True(_model.Remove((due, bell.Number)), $"{bell.Number} rang though it was not set");
                Assert.True(due <= _now, $"{bell.Number} rang at {_now}, before {due}");
                Assert.True(due > last - Tick, $"{bell.Number}, due at {due}, rang after one due at {last}");
                last = due > last ? due : last;
            }
        }
        while (budget <= 0);

        Assert.True(_model.Count == 0 || _model.Min.Due + Tick > _now, $"at {_now}, one due at {_model.Min.Due} had not rung");
    }

    private sealed class Bell(int number) : Alarm
    {
        public int Number => number;

        public TimeSpan Asked { get; set; }
    }
}
