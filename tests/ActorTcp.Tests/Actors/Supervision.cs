using ActorTcp.Actors;
using ActorTcp.Testing;

namespace ActorTcp.Tests;

public sealed class Supervision
{
    private readonly ManualTimeProvider _time = new();
    private readonly Shard _shard;
    private readonly List<string> _log = [];
    private readonly List<string> _failures = [];

    public Supervision()
    {
        _shard = new Shard(0, _time, NoParking.Instance);
        _shard.Failed += (actor, failure, directive) => _failures.Add($"{actor}: {failure.Message}: {directive}");
    }

    [Fact]
    public void A_resumed_child_goes_on_with_what_it_knows()
    {
        (_, Child child) = Family(Directive.Resume);

        Tell(child, "one", "throw", "two");

        Assert.Equal(["child starts", "child has one", "child has one two"], _log);
        Assert.Equal(["child: throw: Resume"], _failures);
    }

    [Fact]
    public void A_restarted_child_begins_anew_under_the_same_reference()
    {
        (_, Child child) = Family(Directive.Restart);

        Tell(child, "one", "throw", "two");

        Assert.Equal(["child starts", "child has one", "child restarts after throw", "child starts", "child has two"], _log);
    }

    [Fact]
    public void A_restart_stops_the_children_before_it_starts_anew()
    {
        (_, Child child) = Family(Directive.Restart);
        Tell(child, "spawn");

        Tell(child, "throw");

        Assert.Equal(["child starts", "grandchild starts", "child restarts after throw", "grandchild stops", "child starts"], _log);
    }

    [Fact]
    public void A_restart_silences_the_alarm()
    {
        (_, Child child) = Family(Directive.Restart);
        Tell(child, "wake", "throw");

        _time.Advance(TimeSpan.FromSeconds(1));
        while (_shard.RunOnce())
        {
        }

        Assert.Equal(["child starts", "child restarts after throw", "child starts"], _log);
    }

    [Fact]
    public void A_child_that_fails_again_while_it_restarts_is_stopped()
    {
        (Parent parent, Child child) = Family(Directive.Restart);
        child.FailsToRestart = true;

        Tell(child, "throw");

        Assert.Equal(["child: throw: Restart", "child: not again: Stop"], _failures);
        Assert.False(child.IsAlive);
        Assert.True(parent.IsAlive);
    }

    [Fact]
    public void A_stopped_child_takes_its_children_with_it_and_they_go_first()
    {
        (Parent parent, Child child) = Family(Directive.Stop);
        Tell(child, "spawn");

        Tell(child, "throw", "nobody hears this");

        Assert.Equal(["child starts", "grandchild starts", "grandchild stops", "child stops"], _log);
        Assert.True(parent.IsAlive);
        Assert.Equal(1, _shard.DeadLetters);
    }

    [Fact]
    public void An_escalated_failure_is_the_parents_own_and_the_guardian_stops_it()
    {
        (Parent parent, Child child) = Family(Directive.Escalate);

        Tell(child, "throw");

        Assert.Equal(["child: throw: Escalate", "parent: throw: Stop"], _failures);
        Assert.False(parent.IsAlive);
        Assert.False(child.IsAlive);
        Assert.Equal(2, _shard.Failures);
    }

    [Fact]
    public void A_parent_that_throws_over_the_decision_fails_itself()
    {
        (Parent parent, Child child) = Family(Directive.Resume);
        parent.CannotDecide = true;

        Tell(child, "throw");

        Assert.Equal(["child: throw: Stop", "parent: at a loss: Stop"], _failures);
        Assert.False(parent.IsAlive);
    }

    [Fact]
    public void A_failure_in_pre_start_goes_to_the_parent()
    {
        (Parent parent, _) = Family(Directive.Stop);
        Child second = new("second", _log) { FailsToStart = true };

        _shard.Deliver(parent, (Actor)second);

        Assert.Equal(["second: stillborn: Stop"], _failures);
        Assert.False(second.IsAlive);
    }

    [Fact]
    public void A_failure_in_wake_goes_to_the_parent()
    {
        (_, Child child) = Family(Directive.Stop);
        child.FailsToWake = true;
        Tell(child, "wake");

        _time.Advance(TimeSpan.FromSeconds(1));
        while (_shard.RunOnce())
        {
        }

        Assert.Equal(["child: overslept: Stop"], _failures);
    }

    [Fact]
    public void A_posted_action_that_throws_is_reported_and_survived()
    {
        _shard.Post(() => throw new InvalidOperationException("oops"));
        _shard.RunOnce();
        (_, Child child) = Family(Directive.Stop);

        Assert.EndsWith("oops: Resume", Assert.Single(_failures), StringComparison.Ordinal);
        Assert.True(child.IsAlive);
    }

    [Fact]
    public void An_actor_that_stops_itself_finishes_its_message_first()
    {
        (_, Child child) = Family(Directive.Stop);

        Tell(child, "stop yourself");

        Assert.Equal(["child starts", "child has stopped itself", "child stops"], _log);
    }

    [Fact]
    public void Terminating_the_shard_stops_everyone()
    {
        (Parent parent, Child child) = Family(Directive.Stop);

        _shard.Terminate();

        Assert.False(parent.IsAlive);
        Assert.False(child.IsAlive);
        Assert.Throws<InvalidOperationException>(() => _shard.Spawn(new Child("late", _log)));
    }

    [Fact]
    public void A_hundred_thousand_generations_are_stopped_without_recursion()
    {
        Parent eldest = new(Directive.Stop);
        _shard.Spawn(eldest);
        Parent youngest = eldest;
        for (int i = 0; i < 100_000; i++)
        {
            Parent next = new(Directive.Stop);
            _shard.Deliver(youngest, (Actor)next);
            youngest = next;
        }

        _shard.Stop(eldest);

        Assert.False(youngest.IsAlive);
    }

    private (Parent Parent, Child Child) Family(Directive directive)
    {
        Parent parent = new(directive);
        Child child = new("child", _log);
        _shard.Spawn(parent);
        _shard.Deliver(parent, (Actor)child);
        return (parent, child);
    }

    private void Tell(Child child, params ReadOnlySpan<string> words)
    {
        foreach (string word in words) ActorRef<string>.To(child).Tell(word);
        _shard.RunOnce();
    }

    private sealed class Parent(Directive directive) : Actor<Actor>
    {
        public bool CannotDecide { get; set; }

        public override string ToString() => "parent";

        protected override void Receive(in Actor message) => Spawn(message);

        protected override Directive Decide(Actor child, Exception failure) =>
            CannotDecide ? throw new InvalidOperationException("at a loss") : directive;
    }

    private sealed class Child(string name, List<string> log) : Actor<string>
    {
        private readonly List<string> _heard = [];

        public bool FailsToStart { get; init; }

        public bool FailsToRestart { get; set; }

        public bool FailsToWake { get; set; }

        public override string ToString() => name;

        protected override void PreStart()
        {
            if (FailsToStart) throw new InvalidOperationException("stillborn");
            log.Add($"{name} starts");
        }

        protected override void PreRestart(Exception failure)
        {
            log.Add($"{name} restarts after {failure.Message}");
            base.PreRestart(failure);
        }

        protected override void PostRestart()
        {
            if (FailsToRestart) throw new InvalidOperationException("not again");
            _heard.Clear();
            base.PostRestart();
        }

        protected override void PostStop() => log.Add($"{name} stops");

        protected override void Wake(TimeSpan now)
        {
            if (FailsToWake) throw new InvalidOperationException("overslept");
            log.Add($"{name} wakes");
        }

        protected override void Receive(in string message)
        {
            switch (message)
            {
                case "throw": throw new InvalidOperationException(message);
                case "spawn": Spawn(new Child("grandchild", log)); break;
                case "wake": WakeAt(Shard.Now + TimeSpan.FromSeconds(1)); break;
                case "stop yourself":
                    Stop(this);
                    log.Add($"{name} has stopped itself");
                    break;
                default:
                    _heard.Add(message);
                    log.Add($"{name} has {string.Join(' ', _heard)}");
                    break;
            }
        }
    }
}
