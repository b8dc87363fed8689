namespace ActorTcp.Actors;

/// <summary>Children and watchers of an actor: an object of their own, because most actors have neither.</summary>
internal sealed class Kin
{
    private List<Actor>? _watchers;

    /// <summary>The head of the list that runs through <see cref="Actor.NextSibling"/>, youngest first.</summary>
    public Actor? FirstChild { get; private set; }

    /// <summary>The dead among them are skipped by whoever reads.</summary>
    public IReadOnlyList<Actor> Watchers => _watchers ?? (IReadOnlyList<Actor>)[];

    public void Add(Actor child)
    {
        child.NextSibling = FirstChild;
        if (FirstChild is not null) FirstChild.PreviousSibling = child;
        FirstChild = child;
    }

    public void Remove(Actor child)
    {
        if (child.NextSibling is not null) child.NextSibling.PreviousSibling = child.PreviousSibling;
        if (child.PreviousSibling is not null) child.PreviousSibling.NextSibling = child.NextSibling;
        else FirstChild = child.NextSibling;
        child.NextSibling = child.PreviousSibling = null;
    }

    /// <summary>Linear in the number of watchers, which are few; watching twice counts once.</summary>
    public void AddWatcher(Actor watcher)
    {
        _watchers ??= [];
        if (_watchers.Contains(watcher)) return;
        if (_watchers.Count == _watchers.Capacity) _watchers.RemoveAll(static each => each.Life == Life.Dead);
        _watchers.Add(watcher);
    }

    public void RemoveWatcher(Actor watcher) => _watchers?.Remove(watcher);
}
