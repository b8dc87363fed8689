using ActorTcp.Actors;
using ActorTcp.Testing;

namespace ActorTcp.Tests;

public sealed class Behaviors
{
    private readonly Shard _shard = new(0, new ManualTimeProvider(), NoParking.Instance);
    private readonly Door _door = new();

    public Behaviors() => _shard.Spawn(new Porter(_door));

    [Fact]
    public void A_behaviour_holds_from_the_next_message_on()
    {
        Tell("open", "open", "close", "open");

        Assert.Equal(["opens", "is open", "closes", "opens"], _door.Log);
    }

    [Fact]
    public void A_restart_returns_to_the_initial_behaviour()
    {
        Tell("open", "break", "open");

        Assert.Equal(["opens", "opens"], _door.Log);
    }

    private void Tell(params ReadOnlySpan<string> words)
    {
        foreach (string word in words) _shard.Deliver(_door, word);
    }

    private sealed class Door : BehaviorActor<string>
    {
        public List<string> Log { get; } = [];

        protected override void Receive(in string message)
        {
            if (message != "open") return;
            Log.Add("opens");
            Become(Opened);
        }

        private void Opened(in string message)
        {
            switch (message)
            {
                case "break": throw new InvalidOperationException("off its hinges");
                case "open": Log.Add("is open"); break;
                default:
                    Log.Add("closes");
                    Unbecome();
                    break;
            }
        }
    }

    private sealed class Porter(Door door) : Actor
    {
        protected override void PreStart() => Spawn(door);

        protected override Directive Decide(Actor child, Exception failure) => Directive.Restart;
    }
}
