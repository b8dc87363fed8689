using ActorTcp.Actors;
using ActorTcp.Testing;

namespace ActorTcp.Tests;

public sealed class DeadLetters
{
    private readonly Shard _shard = new(0, new ManualTimeProvider(), NoParking.Instance);

    [Fact]
    public void A_message_for_a_stopped_actor_is_counted_and_shown()
    {
        List<(Actor, Type)> letters = [];
        _shard.DeadLetter += (actor, type) => letters.Add((actor, type));
        Deaf deaf = new();
        _shard.Spawn(deaf);
        _shard.Stop(deaf);

        ActorRef<string>.To(deaf).Tell("hello?");
        _shard.RunOnce();

        Assert.Equal(1, _shard.DeadLetters);
        Assert.Equal((deaf, typeof(string)), Assert.Single(letters));
    }

    [Fact]
    public void What_was_told_before_the_stop_but_not_received_is_a_dead_letter_too()
    {
        Deaf deaf = new();
        _shard.Spawn(deaf);
        _shard.Post(() =>
        {
            ActorRef<string>.To(deaf).Tell("too late");
            _shard.Stop(deaf);
        });

        _shard.RunOnce();

        Assert.Equal(1, _shard.DeadLetters);
    }

    private sealed class Deaf : Actor<string>
    {
        protected override void Receive(in string message) => Assert.Fail("A dead actor was run.");
    }
}
