namespace ActorTcp.Actors;

/// <summary>
/// Runs actors and bears the consequences: failures, stops and restarts are noted while an actor runs and settled when none does, so that no actor
/// is ever changed behind its own back.
/// </summary>
internal sealed class Supervision(Shard shard)
{
    /// <summary>What is still to be done: bury (<see cref="Directive.Stop"/>), finish a restart, or pass a failure on.</summary>
    private readonly Queue<(Actor Actor, Directive Step, Exception? Failure)> _steps = new();

    private int _depth;

    /// <summary>Whether no actor is being run.</summary>
    public bool IsIdle => _depth == 0;

    /// <summary>Hands over one message and catches what the actor throws.</summary>
    /// <returns>Whether it was handled to the end.</returns>
    public bool Run<TMessage>(Actor actor, in TMessage message) where TMessage : allows ref struct
    {
        if (actor.IsRunning) throw new InvalidOperationException($"{actor} is being run and cannot be entered again: tell it instead.");
        actor.IsRunning = true;
        _depth++;
        try
        {
            ((IReceive<TMessage>)actor).Receive(in message);
            return true;
        }
        catch (Exception failure)
        {
            _steps.Enqueue((actor, Directive.Escalate, failure));
            return false;
        }
        finally
        {
            _depth--;
            actor.IsRunning = false;
        }
    }

    public void Stop(Actor actor)
    {
        if (!actor.IsAlive) return;
        actor.Life = Life.Stopping;
        shard.Timers.Remove(actor);
        _steps.Enqueue((actor, Directive.Stop, null));
    }

    /// <summary>Does all that has been noted, while no actor is being run.</summary>
    public void Settle()
    {
        while (_steps.TryDequeue(out (Actor Actor, Directive Step, Exception? Failure) next))
        {
            if (next.Step == Directive.Stop) Bury(next.Actor);
            else if (next.Step == Directive.Restart) EndRestart(next.Actor);
            else Judge(next.Actor, next.Failure!);
        }
    }

    private void Judge(Actor actor, Exception failure)
    {
        Directive directive = actor switch
        {
            { Life: not Life.Alive } => Directive.Stop,
            { Parent: { } parent } => Ask(parent, actor, failure),
            { Parent: null } => Directive.Resume,
        };
        shard.Report(actor, failure, directive);
        switch (directive)
        {
            case Directive.Resume: break;
            case Directive.Restart: BeginRestart(actor, failure); break;
            case Directive.Stop: Stop(actor); break;
            case Directive.Escalate: _steps.Enqueue((actor.Parent!, Directive.Escalate, failure)); break;
        }
    }

    /// <summary>A parent that fails over the question has failed itself, and its child is stopped.</summary>
    private Directive Ask(Actor parent, Actor child, Exception failure)
    {
        _depth++;
        try
        {
            return parent.Judge(child, failure);
        }
        catch (Exception second)
        {
            _steps.Enqueue((parent, Directive.Escalate, second));
            return Directive.Stop;
        }
        finally
        {
            _depth--;
        }
    }

    private void BeginRestart(Actor actor, Exception failure)
    {
        actor.Life = Life.Restarting;
        actor.Forget();
        Run(actor, new Signal(SignalKind.PreRestart, failure));
        _steps.Enqueue((actor, Directive.Restart, null));   // behind the burial of the children that the hook stopped
    }

    private void EndRestart(Actor actor)
    {
        if (actor.Life != Life.Restarting) return;
        bool done = Run(actor, new Signal(SignalKind.PostRestart));
        if (done && actor.Life == Life.Restarting) actor.Life = Life.Alive;
    }

    /// <summary>Children first, without recursion: from the actor down to a leaf, bury it, and on from its parent.</summary>
    private void Bury(Actor actor)
    {
        for (Actor leaf = actor; ;)
        {
            while (leaf.Kin?.FirstChild is { } child) leaf = child;
            Actor? parent = leaf.Parent;
            BuryLeaf(leaf);
            if (leaf == actor) return;
            leaf = parent!;
        }
    }

    private void BuryLeaf(Actor leaf)
    {
        if (leaf.Life == Life.Dead) return;
        shard.Timers.Remove(leaf);
        leaf.Life = Life.Dead;
        leaf.Parent?.Kin!.Remove(leaf);
        Run(leaf, new Signal(SignalKind.PostStop));
        if (leaf.Kin is not { } kin) return;
        foreach (Actor watcher in kin.Watchers)
        {
            if (watcher.IsAlive) shard.Queue.Add(watcher, new Signal(SignalKind.Terminated, leaf));
        }
    }
}
