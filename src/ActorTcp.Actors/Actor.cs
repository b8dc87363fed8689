namespace ActorTcp.Actors;

/// <summary>
/// A plain object that its shard runs to completion, one message at a time and never from two places at once. It is tiny (88 octets with nothing of
/// its own) because there is one per connection. All members are for the shard's thread.
/// </summary>
internal abstract class Actor : Alarm, IReceive<Signal>
{
    private Shard? _shard;

    public Shard Shard => _shard ?? throw NotSpawned();

    /// <summary>Who decides when this actor fails; the shard's guardian for an actor spawned from outside. Null before the actor is spawned.</summary>
    public Actor? Parent { get; private set; }

    public bool IsAlive => Life is Life.Alive or Life.Restarting;

    internal Life Life { get; set; }

    /// <summary>Whether a message is being handled further up the call stack.</summary>
    internal bool IsRunning { get; set; }

    internal Actor? NextSibling { get; set; }

    internal Actor? PreviousSibling { get; set; }

    /// <summary>Null while there are neither children nor watchers.</summary>
    internal Kin? Kin { get; set; }

    void IReceive<Signal>.Receive(in Signal signal)
    {
        switch (signal.Kind)
        {
            case SignalKind.PreStart: PreStart(); break;
            case SignalKind.PostStop: PostStop(); break;
            case SignalKind.PreRestart: PreRestart((Exception)signal.About!); break;
            case SignalKind.PostRestart: PostRestart(); break;
            case SignalKind.Terminated: Terminated((Actor)signal.About!); break;
            case SignalKind.Wake: Wake(Shard.Now); break;
        }
    }

    /// <summary>Puts a new actor under its parent; it starts right after.</summary>
    internal void Join(Shard shard, Actor? parent)
    {
        if (Life != Life.Unborn) throw new InvalidOperationException($"{this} has been spawned before.");
        if (parent?.Life == Life.Dead) throw new InvalidOperationException($"{parent} is dead and cannot have children.");
        (_shard, Parent, Life) = (shard, parent, Life.Alive);
        if (parent is not null) (parent.Kin ??= new Kin()).Add(this);
    }

    /// <summary>A restart forgets what the runtime remembers for the actor.</summary>
    internal virtual void Forget() => Shard.Timers.Set(this, Never);

    /// <summary>Runs within the spawn, before any message.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>The last that the actor does; its children are dead by now.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>Before a restart. Whoever overrides this and does not call it keeps the children.</summary>
    protected virtual void PreRestart(Exception failure)
    {
        for (Actor? child = Kin?.FirstChild; child is not null; child = child.NextSibling) Shard.Stop(child);
    }

    /// <summary>After a restart, when the stopped children are dead: sets the actor's own fields back. Starts anew by default.</summary>
    protected virtual void PostRestart() => PreStart();

    /// <summary>A watched actor is dead; what it told before has been received.</summary>
    protected virtual void Terminated(Actor who)
    {
    }

    /// <summary>The time given to <see cref="WakeAt"/> has come. The alarm is off unless it is set again.</summary>
    /// <param name="now">The shard's clock: at or after the due time.</param>
    protected virtual void Wake(TimeSpan now)
    {
    }

    /// <summary>What is to be done about a child that threw. The child and this actor are between two messages.</summary>
    protected virtual Directive Decide(Actor child, Exception failure) => Directive.Stop;

    internal Directive Judge(Actor child, Exception failure) => Decide(child, failure);

    /// <summary>Starts an actor under this one; its <see cref="PreStart"/> has run on return.</summary>
    protected void Spawn(Actor child) => Shard.Spawn(this, child);

    /// <summary>Stops an actor of this shard, itself included: it gets no further message, and is buried when the running actor returns.</summary>
    protected void Stop(Actor actor) => Shard.Stop(actor);

    /// <summary>Asks for <see cref="Terminated"/> when an actor of this shard dies, or at once if it is dead.</summary>
    protected void Watch(Actor other) => Shard.Watch(this, other);

    protected void Unwatch(Actor other) => other.Kin?.RemoveWatcher(this);

    /// <summary>Sets the one alarm of this actor, in place of the former due time.</summary>
    /// <param name="due">Time on the shard's clock; it goes off in the first round after that, on a whole millisecond. The past means at once.</param>
    protected void WakeAt(TimeSpan due)
    {
        if (Life is not (Life.Stopping or Life.Dead)) Shard.Timers.Set(this, due);
    }

    protected void NoWake() => Shard.Timers.Set(this, Never);

    private InvalidOperationException NotSpawned() => new($"{this} has not been spawned.");
}
