using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9293 §3.4.2: the quiet end of a connection.</summary>
public sealed class TimeWaitTables
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _time = new();
    private readonly Counters _counters = new();
    private readonly Shard _shard;

    public TimeWaitTables() => _shard = new Shard(0, _time, NoParking.Instance);

    [Fact]
    public void Forget_each_record_when_its_time_is_over()
    {
        var table = Make(limit: 100);
        Add(table, 1);
        Advance(Second);
        Add(table, 2);
        Advance(59 * Second);
        Assert.True(Has(table, 2) && !Has(table, 1));
        Advance(Second);
        Assert.Equal(0, table.Count);
    }

    [Fact]
    public void Begin_anew_for_a_record_that_is_restarted()
    {
        var table = Make(limit: 100);
        Add(table, 1);
        Add(table, 2);
        Add(table, 3);
        Advance(30 * Second);
        table.Restart(Find(table, 2));
        Advance(30 * Second);
        Assert.True(Has(table, 2));
        Assert.Equal(1, table.Count);
        Advance(30 * Second);
        Assert.Equal(0, table.Count);
    }

    [Fact]
    public void Give_up_the_oldest_when_they_are_full()
    {
        var table = Make(limit: 3);
        for (ushort port = 1; port <= 5; port++)
        {
            Add(table, port);
        }

        Assert.Equal(3, table.Count);
        Assert.True(!Has(table, 1) && !Has(table, 2) && Has(table, 3) && Has(table, 5));
        Assert.Equal((5, 2), (_counters[Counter.TimeWaitEntered], _counters[Counter.TimeWaitOverflows]));
    }

    [Fact]
    public void Forget_a_batch_in_a_round_when_more_end_at_once()
    {
        var table = Make(limit: 100_000);
        for (var i = 0; i < 3 * Shard.Batch; i++)
        {
            Add(table, (ushort)i);
        }

        _time.Advance(60 * Second);
        for (var left = 2; left >= 0; left--)
        {
            _shard.RunOnce();
            Assert.Equal(left * Shard.Batch, table.Count);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    [Fact]
    public void Keep_nothing_when_nothing_may_be_kept()
    {
        var table = Make(limit: 0);
        Add(table, 1);
        Assert.Equal(0, table.Count);
    }

    /// <summary>Random entries, removals, restarts and time, against a dictionary of due times.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Hold_what_a_dictionary_holds_after_any_number_of_changes(int seed)
    {
        var random = new Random(seed);
        var table = Make(limit: int.MaxValue);
        var model = new Dictionary<ushort, TimeSpan>();
        for (var step = 0; step < 20_000; step++)
        {
            var port = (ushort)random.Next(5000);
            if (random.Next(20) == 0)
            {
                Advance(random.Next(2000) * TimeSpan.FromMilliseconds(1));
                model = model.Where(entry => entry.Value > _time.Elapsed).ToDictionary();
            }

            Assert.Equal(model.ContainsKey(port), Has(table, port));
            switch (Find(table, port))
            {
                case < 0:
                    Add(table, port);
                    model[port] = _time.Elapsed + (60 * Second);
                    break;
                case var place when random.Next(2) == 0:
                    table.Restart(place);
                    model[port] = _time.Elapsed + (60 * Second);
                    break;
                case var place:
                    table.Remove(place, Cause.Reopen);
                    model.Remove(port);
                    break;
            }
        }

        Assert.Equal(model.Count, table.Count);
    }

    private static int Find(TimeWaitTable table, ushort port) => table.Find(Tuple(port), Hash(port));

    private static bool Has(TimeWaitTable table, ushort port) => Find(table, port) >= 0;

    private static void Add(TimeWaitTable table, ushort port) => table.Add(Tuple(port), Hash(port), default);

    /// <summary>Few enough hashes that chains grow long.</summary>
    private static uint Hash(ushort port) => port % 97u;

    private static FourTuple Tuple(ushort port) => new(IpAddr.FromV4(0x0A010001), 80, IpAddr.FromV4(0x0A090001), port);

    private TimeWaitTable Make(int limit)
    {
        var table = new TimeWaitTable(60 * Second, limit, _counters, new Population());
        _shard.Spawn(table);
        return table;
    }

    private void Advance(TimeSpan by)
    {
        _time.Advance(by);
        while (_shard.RunOnce())
        {
        }
    }
}
