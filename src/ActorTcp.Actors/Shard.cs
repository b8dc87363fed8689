namespace ActorTcp.Actors;

/// <summary>
/// One thread, one event loop and the actors that live on it. Every round takes, up to a batch each: messages from other threads, the event sources,
/// messages among its own actors, due alarms once the sources rest; after a round in which nothing happened the thread parks. Members are for the
/// shard's thread, or for any one thread while the loop is not running, unless they say otherwise.
/// </summary>
internal sealed class Shard
{
    /// <summary>The most of each kind handled in one round, so that a storm of one kind does not hold up the others.</summary>
    public const int Batch = 4096;

    /// <summary>Rounds for which alarms are put off, at most, while the event sources have more.</summary>
    public const int MostRoundsWithoutAlarms = 100;

    [ThreadStatic]
    private static Shard? _current;

    private readonly TimeProvider _time;
    private readonly IParking _parking;
    private readonly long _began;
    private readonly Inbox _inbox = new();
    private readonly List<IEventSource> _sources = [];
    private readonly Supervision _supervision;
    private readonly Guardian _guardian = new();
    private Thread? _thread;
    private int _parked;
    private int _messagesLeft = Batch;
    private int _roundsWithoutRest;

    /// <param name="index">The shard's number, from 0.</param>
    /// <param name="time">The clock; the shard's own time is 0 now.</param>
    /// <param name="parking">Where the thread waits; anyone who wakes it knows nothing else of it.</param>
    public Shard(int index, TimeProvider time, IParking parking)
    {
        (Index, _time, _parking) = (index, time, parking);
        _began = time.GetTimestamp();
        _supervision = new Supervision(this);
        _guardian.Join(this, parent: null);
    }

    /// <summary>An actor threw, and this was decided. Raised on the shard's thread; a handler must not throw.</summary>
    public event Action<Actor, Exception, Directive>? Failed;

    /// <summary>A message of this type came for an actor that is stopped. Raised on the shard's thread; a handler must not throw.</summary>
    public event Action<Actor, Type>? DeadLetter;

    public int Index { get; }

    /// <summary>Rounds without event to go through before the thread parks: trades processor time for the latency of a wake-up.</summary>
    public int SpinRounds { get; init; }

    /// <summary>Time since the shard was made: read when a round begins or ends, on entry from outside, and when an event source asks for it.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Whether the calling thread is in this shard now; any thread may ask.</summary>
    public bool IsCurrent => _current == this;

    /// <summary>The earliest time at which an alarm may go off; null when none is set.</summary>
    public TimeSpan? NextDue => Timers.NextDue;

    /// <summary>A gauge for stalls: the longest time that one round took.</summary>
    public TimeSpan LongestRound { get; private set; }

    public long Rounds { get; private set; }

    public long Parks { get; private set; }

    /// <summary>Messages and alarms handed to actors.</summary>
    public long Messages { get; private set; }

    public long DeadLetters { get; private set; }

    public long Failures { get; private set; }

    internal TimerWheel Timers { get; } = new();

    internal RunQueue Queue { get; } = new();

    /// <summary>Adds a source at the end of the order in which they are polled.</summary>
    public void AddSource(IEventSource source) => _sources.Add(source);

    /// <summary>Starts a top-level actor: should it fail, it is stopped.</summary>
    public void Spawn(Actor actor) => Spawn(_guardian, actor);

    /// <summary>Stops an actor of this shard; see <see cref="Actor.Stop"/>.</summary>
    public void Stop(Actor actor)
    {
        if (actor.Shard != this) throw Stranger(actor);
        Shard? outer = Enter();
        _supervision.Stop(actor);
        Leave(outer);
    }

    /// <summary>Stops all actors, children before their parents. The loop goes on until it is cancelled.</summary>
    public void Terminate() => Stop(_guardian);

    /// <summary>For an event source: events of one batch may lie far apart in time.</summary>
    public void ReadClock() => Now = _time.GetElapsedTime(_began);

    /// <summary>Runs the action between two messages; from any thread.</summary>
    public void Post(Action action) => ActorRef<Action>.To(_guardian).Tell(action);

    /// <summary>
    /// Hands an actor a message at once, which is how an event source passes on what lies in its buffer. At top level, the messages that this gave rise
    /// to are run before the return (up to the round's batch). An actor may deliver to another one, such as its new child, but not to one that is being run.
    /// </summary>
    public void Deliver<TActor, TMessage>(TActor actor, in TMessage message)
        where TActor : Actor, IReceive<TMessage>
        where TMessage : allows ref struct
    {
        if (actor.Shard != this) throw Stranger(actor);
        Shard? outer = Enter();
        Dispatch(actor, in message);
        if (outer != this || !Queue.IsEmpty) Leave(outer);
    }

    /// <summary>Goes round until cancelled; the calling thread becomes the shard's.</summary>
    public void Run(CancellationToken cancellation)
    {
        if (Interlocked.CompareExchange(ref _thread, Thread.CurrentThread, null) is not null) throw new InvalidOperationException("The shard runs already.");
        Shard? outer = Enter();
        using CancellationTokenRegistration wake = cancellation.UnsafeRegister(static parking => ((IParking)parking!).Wake(), _parking);
        try
        {
            for (int calm = 0; !cancellation.IsCancellationRequested;)
            {
                calm = Round() ? 0 : calm + 1;
                if (calm > SpinRounds) Park();
            }
        }
        finally
        {
            Leave(outer);
            _thread = null;
        }
    }

    /// <summary>Goes round once without parking, for a virtual clock.</summary>
    /// <returns>Whether anything happened: false means that nothing will before <see cref="NextDue"/>, unless it comes from outside.</returns>
    public bool RunOnce()
    {
        Shard? outer = Enter();
        try
        {
            return Round();
        }
        finally
        {
            Leave(outer);
        }
    }

    internal void Spawn(Actor parent, Actor child)
    {
        Shard? outer = Enter();
        child.Join(this, parent);
        _supervision.Run(child, new Signal(SignalKind.PreStart));
        Leave(outer);
    }

    internal void Watch(Actor watcher, Actor other)
    {
        if (other.Shard != this) throw Stranger(other);
        if (other.Life == Life.Dead) Queue.Add(watcher, new Signal(SignalKind.Terminated, other));
        else (other.Kin ??= new Kin()).AddWatcher(watcher);
    }

    /// <summary>Takes a parcel from any thread, and wakes the shard if it is parked or about to park.</summary>
    internal void Receive(Parcel parcel)
    {
        _inbox.Push(parcel);
        if (Volatile.Read(ref _parked) != 0 && Interlocked.Exchange(ref _parked, 0) != 0) _parking.Wake();
    }

    internal void Dispatch<TMessage>(Actor actor, in TMessage message) where TMessage : allows ref struct
    {
        if (actor.IsAlive)
        {
            Messages++;
            _supervision.Run(actor, in message);
            if (_supervision.IsIdle) _supervision.Settle();
        }
        else if (typeof(TMessage) != typeof(Signal))
        {
            DeadLetters++;
            DeadLetter?.Invoke(actor, typeof(TMessage));
        }
    }

    internal void Report(Actor actor, Exception failure, Directive directive)
    {
        Failures++;
        Failed?.Invoke(actor, failure, directive);
    }

    private static InvalidOperationException Stranger(Actor actor) => new($"{actor} lives on another shard.");

    private bool Round()
    {
        ReadClock();
        TimeSpan began = Now;
        _messagesLeft = Batch;
        bool busy = OpenParcels();
        bool more = false;
        foreach (IEventSource source in _sources) more |= source.Poll();
        busy |= more | RunMessages();
        busy |= MayRing(more) && RingAlarms();
        Flush();
        Rounds++;
        ReadClock();
        if (Now - began > LongestRound) LongestRound = Now - began;
        return busy;
    }

    private bool OpenParcels()
    {
        int left = Batch;
        while (left > 0 && _inbox.Take() is { } parcel)
        {
            left--;
            parcel.Open(this);
        }

        return left < Batch;
    }

    private bool RunMessages()
    {
        bool any = !Queue.IsEmpty;
        while (!Queue.IsEmpty && _messagesLeft > 0)
        {
            _messagesLeft--;
            Queue.RunNext(this);
        }

        return any;
    }

    /// <summary>
    /// An alarm waits until the sources have nothing more, for what it waits for may lie there already: a shard that has fallen behind would else
    /// take its own delay for its peers'. A storm that does not end puts it off by so many rounds only.
    /// </summary>
    private bool MayRing(bool more)
    {
        _roundsWithoutRest = more && _roundsWithoutRest < MostRoundsWithoutAlarms ? _roundsWithoutRest + 1 : 0;
        return _roundsWithoutRest == 0;
    }

    private bool RingAlarms()
    {
        int left = Batch;
        while (Timers.Take(Now, ref left) is { } alarm) Dispatch((Actor)alarm, new Signal(SignalKind.Wake));
        return left < Batch;
    }

    /// <summary>Announces the nap before the last look at the inbox; whoever pushes after that look sees the announcement.</summary>
    private void Park()
    {
        if (NextDue <= Now) return;
        TimeSpan timeout = NextDue - Now ?? Timeout.InfiniteTimeSpan;
        Interlocked.Exchange(ref _parked, 1);
        if (_inbox.IsEmpty)
        {
            Parks++;
            _parking.Park(timeout);
        }

        Volatile.Write(ref _parked, 0);
    }

    /// <summary>Makes the shard current for the calling thread.</summary>
    /// <returns>The shard that was, to be given to <see cref="Leave"/>.</returns>
    private Shard? Enter()
    {
        Shard? outer = _current;
        if (outer == this) return outer;
        if (_thread is { } thread && thread != Thread.CurrentThread)
        {
            throw new InvalidOperationException($"Shard {Index} runs on another thread: tell or post instead.");
        }

        _messagesLeft = Batch;
        ReadClock();
        _current = this;
        return outer;
    }

    private void Leave(Shard? outer)
    {
        if (_supervision.IsIdle)
        {
            _supervision.Settle();
            RunMessages();
        }

        if (outer == this) return;
        _current = outer;
        Flush();
    }

    private void Flush()
    {
        foreach (IEventSource source in _sources) source.Flush();
    }
}
