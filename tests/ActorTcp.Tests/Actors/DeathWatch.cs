using ActorTcp.Actors;
using ActorTcp.Testing;

namespace ActorTcp.Tests;

public sealed class DeathWatch
{
    private readonly Shard _shard = new(0, new ManualTimeProvider(), NoParking.Instance);
    private readonly Watcher _watcher = new();
    private readonly Mortal _mortal = new();

    public DeathWatch()
    {
        _shard.Spawn(_watcher);
        _shard.Spawn(_mortal);
    }

    [Fact]
    public void A_watcher_learns_of_a_death_once()
    {
        Watch();
        Watch();

        _shard.Stop(_mortal);

        Assert.Equal(["dead"], _watcher.Log);
    }

    [Fact]
    public void A_watcher_hears_what_the_dead_one_told_it_before_it_learns_of_the_death()
    {
        Watch();

        _shard.Deliver(_mortal, ActorRef<string>.To(_watcher));

        Assert.Equal(["last words", "dead"], _watcher.Log);
    }

    [Fact]
    public void Whoever_watches_a_dead_actor_learns_of_it_at_once()
    {
        _shard.Stop(_mortal);

        Watch();

        Assert.Equal(["dead"], _watcher.Log);
    }

    [Fact]
    public void Whoever_no_longer_watches_learns_nothing()
    {
        Watch();
        _shard.Deliver(_watcher, ((Actor)_mortal, false));

        _shard.Stop(_mortal);

        Assert.Empty(_watcher.Log);
    }

    [Fact]
    public void A_dead_watcher_is_no_dead_letter()
    {
        Watch();
        _shard.Stop(_watcher);
        _shard.Stop(_mortal);

        Assert.Empty(_watcher.Log);
        Assert.Equal(0, _shard.DeadLetters);
    }

    [Fact]
    public void Nobody_watches_across_shards()
    {
        Shard other = new(1, new ManualTimeProvider(), NoParking.Instance);
        Watcher stranger = new();
        other.Spawn(stranger);

        other.Deliver(stranger, ((Actor)_mortal, true));

        Assert.Equal(1, other.Failures);
    }

    private void Watch() => _shard.Deliver(_watcher, ((Actor)_mortal, true));

    private sealed class Watcher : Actor<(Actor Who, bool Watch)>, IReceive<string>
    {
        public List<string> Log { get; } = [];

        void IReceive<string>.Receive(in string message) => Log.Add(message);

        protected override void Receive(in (Actor Who, bool Watch) message)
        {
            if (message.Watch) Watch(message.Who);
            else Unwatch(message.Who);
        }

        protected override void Terminated(Actor who) => Log.Add("dead");
    }

    private sealed class Mortal : Actor<ActorRef<string>>
    {
        protected override void Receive(in ActorRef<string> message)
        {
            message.Tell("last words");
            Stop(this);
        }
    }
}
