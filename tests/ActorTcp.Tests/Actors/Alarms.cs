using ActorTcp.Actors;
using ActorTcp.Testing;

namespace ActorTcp.Tests;

public sealed class Alarms
{
    private readonly ManualTimeProvider _time = new();
    private readonly Shard _shard;

    public Alarms() => _shard = new Shard(0, _time, NoParking.Instance);

    [Fact]
    public void An_alarm_goes_off_on_the_millisecond_after_its_due_time()
    {
        Sleeper sleeper = Spawn();
        _shard.Deliver(sleeper, TimeSpan.FromMilliseconds(1.5));

        Advance(1.9);
        Assert.Empty(sleeper.Wakes);
        Advance(0.1);
        Assert.Equal([TimeSpan.FromMilliseconds(2)], sleeper.Wakes);
        Advance(100_000);
        Assert.Single(sleeper.Wakes);
    }

    [Fact]
    public void An_alarm_set_for_the_past_goes_off_at_once()
    {
        Advance(77);
        Sleeper sleeper = Spawn();

        _shard.Deliver(sleeper, TimeSpan.Zero);
        _shard.RunOnce();

        Assert.Equal([TimeSpan.FromMilliseconds(77)], sleeper.Wakes);
    }

    [Fact]
    public void An_actor_has_one_alarm_and_the_last_due_time_counts()
    {
        Sleeper sleeper = Spawn();
        foreach (int due in (int[])[50, 700_000, 10, 90]) _shard.Deliver(sleeper, TimeSpan.FromMilliseconds(due));

        Advance(89);
        Assert.Empty(sleeper.Wakes);
        Advance(1);
        Assert.Single(sleeper.Wakes);
        Advance(10_000_000);
        Assert.Single(sleeper.Wakes);
    }

    [Fact]
    public void An_alarm_that_is_put_off_again_and_again_costs_one_visit()
    {
        Sleeper sleeper = Spawn();
        for (int due = 20; due < 1000; due++) _shard.Deliver(sleeper, TimeSpan.FromMilliseconds(due));

        Assert.Equal(TimeSpan.FromMilliseconds(20), _shard.NextDue);
        Advance(20);

        Assert.Empty(sleeper.Wakes);
        Assert.InRange(_shard.NextDue!.Value.TotalMilliseconds, 900, 999);
    }

    [Fact]
    public void No_wake_silences_the_alarm()
    {
        Sleeper sleeper = Spawn();
        _shard.Deliver(sleeper, TimeSpan.FromMilliseconds(5));
        _shard.Deliver(sleeper, Alarm.Never);

        Advance(1000);

        Assert.Empty(sleeper.Wakes);
        Assert.Null(_shard.NextDue);
    }

    [Fact]
    public void The_clock_is_read_on_entry_from_outside()
    {
        Metronome metronome = new();
        _time.Advance(TimeSpan.FromHours(1));

        _shard.Spawn(metronome);

        Advance(249);
        Assert.Equal(0, metronome.Beats);
        Advance(1);
        Assert.Equal(1, metronome.Beats);
    }

    [Fact]
    public void A_stopped_actor_is_not_held_by_the_wheel()
    {
        Sleeper sleeper = Spawn();
        _shard.Deliver(sleeper, TimeSpan.FromHours(2));

        _shard.Stop(sleeper);

        Assert.Null(_shard.NextDue);
    }

    [Fact]
    public void An_actor_can_set_its_alarm_when_it_goes_off()
    {
        Metronome metronome = new();
        _shard.Spawn(metronome);

        for (int i = 0; i < 10; i++) Advance(250);

        Assert.Equal(10, metronome.Beats);
    }

    [Fact]
    public void A_storm_of_alarms_lets_the_sources_be_polled_in_between()
    {
        const int Storm = 10 * Shard.Batch;
        int awake = 0;
        int most = 0;
        _shard.AddSource(new Probe(() => (most, awake) = (int.Max(most, awake), 0)));
        for (int i = 0; i < Storm; i++)
        {
            Sleeper sleeper = new(() => awake++);
            _shard.Spawn(sleeper);
            _shard.Deliver(sleeper, TimeSpan.FromHours(1));
        }

        _time.Advance(TimeSpan.FromHours(1));
        int rounds = 0;
        while (_shard.RunOnce()) rounds++;

        Assert.InRange(most, 1, Shard.Batch);
        Assert.InRange(rounds, 10, 70);   // each of them also comes down the levels of the wheel
        Assert.Equal(Storm, (int)_shard.Messages - Storm);
    }

    [Fact]
    public void An_alarm_waits_for_what_the_sources_still_have()
    {
        Sleeper sleeper = Spawn();
        _shard.Deliver(sleeper, TimeSpan.FromMilliseconds(5));
        int left = 3;
        _shard.AddSource(new Stock(() => left-- > 0));
        _time.Advance(TimeSpan.FromMilliseconds(5));

        for (int round = 0; round < 3; round++) Assert.True(_shard.RunOnce());
        Assert.Empty(sleeper.Wakes);
        Assert.True(_shard.RunOnce());
        Assert.Single(sleeper.Wakes);
    }

    [Fact]
    public void An_alarm_does_not_wait_for_a_source_that_never_rests()
    {
        Sleeper sleeper = Spawn();
        _shard.Deliver(sleeper, TimeSpan.FromMilliseconds(5));
        _shard.AddSource(new Stock(() => true));
        _time.Advance(TimeSpan.FromMilliseconds(5));

        for (int round = 0; round < Shard.MostRoundsWithoutAlarms; round++) _shard.RunOnce();
        Assert.Empty(sleeper.Wakes);
        _shard.RunOnce();
        Assert.Single(sleeper.Wakes);
    }

    private Sleeper Spawn()
    {
        Sleeper sleeper = new();
        _shard.Spawn(sleeper);
        return sleeper;
    }

    private void Advance(double milliseconds)
    {
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        while (_shard.RunOnce())
        {
        }
    }

    private sealed class Sleeper(Action? woken = null) : Actor<TimeSpan>
    {
        public List<TimeSpan> Wakes { get; } = [];

        protected override void Receive(in TimeSpan message)
        {
            if (message == Never) NoWake();
            else WakeAt(message);
        }

        protected override void Wake(TimeSpan now)
        {
            woken?.Invoke();
            Wakes.Add(now);
        }
    }

    private sealed class Metronome : Actor
    {
        public int Beats { get; private set; }

        protected override void PreStart() => WakeAt(Shard.Now + TimeSpan.FromMilliseconds(250));

        protected override void Wake(TimeSpan now)
        {
            Beats++;
            WakeAt(now + TimeSpan.FromMilliseconds(250));
        }
    }

    private sealed class Stock(Func<bool> polled) : IEventSource
    {
        public bool Poll() => polled();
    }

    private sealed class Probe(Action polled) : IEventSource
    {
        public bool Poll()
        {
            polled();
            return false;
        }
    }
}
