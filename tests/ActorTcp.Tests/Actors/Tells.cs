using ActorTcp.Actors;
using ActorTcp.Testing;

namespace ActorTcp.Tests;

public sealed class Tells
{
    private readonly Shard _shard = new(0, new ManualTimeProvider(), NoParking.Instance);

    [Fact]
    public void Messages_arrive_in_the_order_in_which_they_were_told()
    {
        List<string> log = [];
        Scribe scribe = new(log);
        _shard.Spawn(scribe);
        for (int i = 0; i < 3; i++)
        {
            ActorRef<int>.To(scribe).Tell(i);
            ActorRef<string>.To(scribe).Tell($"word {i}");
        }

        _shard.RunOnce();

        Assert.Equal(["0", "word 0", "1", "word 1", "2", "word 2"], log);
    }

    [Fact]
    public void Messages_told_within_the_shard_keep_their_order_across_types()
    {
        List<string> log = [];
        Scribe scribe = new(log);
        _shard.Spawn(scribe);
        _shard.Post(() =>
        {
            ActorRef<string>.To(scribe).Tell("first");
            ActorRef<int>.To(scribe).Tell(2);
            ActorRef<string>.To(scribe).Tell("third");
            log.Add("told");
        });

        _shard.RunOnce();

        Assert.Equal(["told", "first", "2", "third"], log);
    }

    [Fact]
    public void An_actor_that_tells_itself_is_not_entered_again_before_it_returns()
    {
        Countdown countdown = new();
        _shard.Spawn(countdown);

        _shard.Deliver(countdown, 3);

        Assert.Equal(["begin 3", "end 3", "begin 2", "end 2", "begin 1", "end 1", "begin 0", "end 0"], countdown.Log);
    }

    [Fact]
    public void An_actor_that_tells_itself_for_ever_leaves_the_round_to_the_others()
    {
        Perpetual perpetual = new();
        _shard.Spawn(perpetual);

        _shard.Deliver(perpetual, 0);

        Assert.InRange(perpetual.Count, Shard.Batch, Shard.Batch + 1);
        Assert.True(_shard.RunOnce());
        Assert.InRange(perpetual.Count, 2 * Shard.Batch, (2 * Shard.Batch) + 1);
    }

    [Fact]
    public void A_span_over_the_receive_buffer_can_be_delivered()
    {
        Adder adder = new();
        _shard.Spawn(adder);
        ReadOnlySpan<byte> packet = [1, 2, 3];

        _shard.Deliver(adder, new Packet(packet));

        Assert.Equal(6, adder.Sum);
    }

    [Fact]
    public void An_actor_can_hand_what_it_is_given_to_its_new_child_at_once()
    {
        Listener listener = new();
        _shard.Spawn(listener);

        _shard.Deliver(listener, new Packet([4, 5]));

        Assert.Equal(9, listener.Child.Sum);
    }

    [Fact]
    public void Delivering_to_an_actor_that_is_being_run_is_a_failure_of_the_caller()
    {
        List<Actor> failed = [];
        _shard.Failed += (actor, _, _) => failed.Add(actor);
        Reentrant reentrant = new();
        _shard.Spawn(reentrant);

        _shard.Deliver(reentrant, 1);

        Assert.Same(reentrant, Assert.Single(failed));
        Assert.Equal(1, reentrant.Entered);
    }

    [Fact]
    public void A_round_in_which_nothing_happened_says_so()
    {
        Assert.False(_shard.RunOnce());
        _shard.Post(() => { });
        Assert.True(_shard.RunOnce());
        Assert.False(_shard.RunOnce());
    }

    [Fact]
    public void Sources_are_polled_in_every_round_in_their_order()
    {
        List<string> log = [];
        _shard.AddSource(new NamedSource("first", log));
        _shard.AddSource(new NamedSource("second", log));

        Assert.True(_shard.RunOnce());

        Assert.Equal(["first", "second"], log);
    }

    [Fact]
    public void An_actor_that_was_never_spawned_cannot_be_told()
    {
        Assert.Throws<InvalidOperationException>(() => ActorRef<int>.To(new Countdown()).Tell(1));
    }

    [Fact]
    public void Nothing_is_delivered_to_an_actor_of_another_shard()
    {
        Countdown countdown = new();
        _shard.Spawn(countdown);
        Shard other = new(1, new ManualTimeProvider(), NoParking.Instance);

        Assert.Throws<InvalidOperationException>(() => other.Deliver(countdown, 1));
    }

    private readonly ref struct Packet(ReadOnlySpan<byte> octets)
    {
        public readonly ReadOnlySpan<byte> Octets = octets;
    }

    private sealed class Scribe(List<string> log) : Actor<int>, IReceive<string>
    {
        void IReceive<string>.Receive(in string message) => log.Add(message);

        protected override void Receive(in int message) => log.Add($"{message}");
    }

    private sealed class Countdown : Actor<int>
    {
        public List<string> Log { get; } = [];

        protected override void Receive(in int message)
        {
            Log.Add($"begin {message}");
            if (message > 0) ActorRef<int>.To(this).Tell(message - 1);
            Log.Add($"end {message}");
        }
    }

    private sealed class Perpetual : Actor<int>
    {
        public int Count { get; private set; }

        protected override void Receive(in int message)
        {
            Count++;
            ActorRef<int>.To(this).Tell(message);
        }
    }

    private sealed class Adder : Actor<Packet>
    {
        public int Sum { get; private set; }

        protected override void Receive(in Packet message)
        {
            foreach (byte octet in message.Octets) Sum += octet;
        }
    }

    private sealed class Listener : Actor<Packet>
    {
        public Adder Child { get; } = new();

        protected override void Receive(in Packet message)
        {
            Spawn(Child);
            Shard.Deliver(Child, in message);
        }
    }

    private sealed class Reentrant : Actor<int>
    {
        public int Entered { get; private set; }

        protected override void Receive(in int message)
        {
            Entered++;
            Shard.Deliver(this, in message);
        }
    }

    private sealed class NamedSource(string name, List<string> log) : IEventSource
    {
        public bool Poll()
        {
            log.Add(name);
            return true;
        }
    }
}
