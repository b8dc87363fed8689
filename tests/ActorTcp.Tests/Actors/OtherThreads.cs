using ActorTcp.Actors;

namespace ActorTcp.Tests;

/// <summary>The only tests of the runtime with real threads: each is bounded by a count, and by a deadline that only a hang would reach.</summary>
public sealed class OtherThreads
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [Fact]
    public void Messages_of_each_thread_arrive_complete_and_in_order()
    {
        const int Threads = 4;
        const int Each = 50_000;
        using RunningShard running = new();
        Ledger ledger = new(Threads, Threads * Each);
        running.Spawn(ledger);

        Thread[] tellers = [.. Enumerable.Range(0, Threads).Select(teller => new Thread(() =>
        {
            for (int i = 0; i < Each; i++) ActorRef<(int, int)>.To(ledger).Tell((teller, i));
        }))];
        foreach (Thread teller in tellers) teller.Start();

        Assert.True(ledger.Full.Wait(Deadline, TestContext.Current.CancellationToken), "messages were lost");
        Assert.True(ledger.InOrder);
        Assert.Equal(0, running.Shard.Failures);
    }

    [Fact]
    public void No_wake_up_is_lost_between_two_shards_that_park_after_every_message()
    {
        using RunningShard here = new();
        using RunningShard there = new();
        Echo first = new(volleys: 30_000);
        Echo second = new(volleys: 30_000);
        here.Spawn(first);
        there.Spawn(second);

        ActorRef<(int, Echo, Echo)>.To(first).Tell((0, second, first));

        Assert.True(first.Done.Wait(Deadline, TestContext.Current.CancellationToken), "a wake-up was lost");
        Assert.True(here.Shard.Parks > 0);
    }

    [Fact]
    public void A_parked_shard_ends_when_it_is_cancelled()
    {
        RunningShard running = new();

        running.Dispose();

        Assert.False(running.Shard.IsCurrent);
    }

    [Fact]
    public void An_alarm_wakes_a_parked_shard()
    {
        using RunningShard running = new();
        Alarmed alarmed = new();

        running.Spawn(alarmed);

        Assert.True(alarmed.Woken.Wait(Deadline, TestContext.Current.CancellationToken));
        Assert.True(alarmed.WokenAt >= alarmed.Due);
    }

    [Fact]
    public void A_shard_that_runs_cannot_be_entered_from_another_thread()
    {
        using RunningShard running = new();
        Alarmed alarmed = new();
        running.Spawn(alarmed);

        Assert.Throws<InvalidOperationException>(() => running.Shard.Spawn(new Alarmed()));
        Assert.Throws<InvalidOperationException>(() => running.Shard.Stop(alarmed));
    }

    private sealed class RunningShard : IDisposable
    {
        private readonly ThreadParking _parking = new();
        private readonly CancellationTokenSource _cancellation = new();
        private readonly Thread _thread;

        public RunningShard()
        {
            Shard = new Shard(0, TimeProvider.System, _parking);
            _thread = new Thread(() => Shard.Run(_cancellation.Token)) { IsBackground = true };
            _thread.Start();
        }

        public Shard Shard { get; }

        public void Spawn(Actor actor)
        {
            using ManualResetEventSlim done = new();
            Shard.Post(() =>
            {
                Shard.Spawn(actor);
                done.Set();
            });
            Assert.True(done.Wait(Deadline, TestContext.Current.CancellationToken));
        }

        public void Dispose()
        {
            _cancellation.Cancel();
            Assert.True(_thread.Join(Deadline), "the shard did not end");
            _cancellation.Dispose();
            _parking.Dispose();
        }
    }

    private sealed class Ledger(int tellers, int total) : Actor<(int Teller, int Number)>
    {
        private readonly int[] _next = new int[tellers];
        private int _count;

        public ManualResetEventSlim Full { get; } = new();

        public bool InOrder { get; private set; } = true;

        protected override void Receive(in (int Teller, int Number) message)
        {
            InOrder &= _next[message.Teller]++ == message.Number;
            if (++_count == total) Full.Set();
        }
    }

    private sealed class Echo(int volleys) : Actor<(int Volley, Echo To, Echo From)>
    {
        public ManualResetEventSlim Done { get; } = new();

        protected override void Receive(in (int Volley, Echo To, Echo From) message)
        {
            if (message.Volley >= volleys) message.From.Done.Set();
            if (message.Volley >= volleys) Done.Set();
            else ActorRef<(int, Echo, Echo)>.To(message.To).Tell((message.Volley + 1, message.From, message.To));
        }
    }

    private sealed class Alarmed : Actor
    {
        public ManualResetEventSlim Woken { get; } = new();

        public TimeSpan Due { get; private set; }

        public TimeSpan WokenAt { get; private set; }

        protected override void PreStart() => WakeAt(Due = Shard.Now + TimeSpan.FromMilliseconds(20));

        protected override void Wake(TimeSpan now)
        {
            WokenAt = now;
            Woken.Set();
        }
    }
}
