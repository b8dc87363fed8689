namespace ActorTcp.Stack;

/// <summary>Collects the newest <see cref="ConnectionStory"/>s that fit a filter.</summary>
internal sealed class StorySurvey(TcpStack stack, ConnectionFilter filter, int limit) : Survey(stack)
{
    private readonly SortedDictionary<long, ConnectionStory> _newest = [];
    private long _oldest;   // of those; looking it up for every connection would cost more than the look

    public async Task<IReadOnlyList<ConnectionStory>> RunAsync()
    {
        await WalkAsync().ConfigureAwait(false);
        return [.. _newest.Values.Reverse()];
    }

    /// <remarks>The ended ones come last: a connection that ends meanwhile is then told to its end.</remarks>
    protected override IEnumerable<bool> Walk(SegmentRouter router)
    {
        foreach (var pause in Flows(router, Look))
        {
            yield return pause;
        }

        foreach (var ended in router.Ended.ToArray())
        {
            Look(in ended);
        }
    }

    private void Look(ConnectionActor connection)
    {
        if (IsWanted(connection.Id) && filter.Fits(connection.Tuple, connection.Tcb.State, connection.Id))
        {
            Keep(ConnectionStory.Of(connection));
        }
    }

    private void Look(in EndedConnection ended)
    {
        if (IsWanted(ended.Id) && filter.Fits(ended.Tuple, Protocol.TcpState.Closed, ended.Id))
        {
            Keep(ConnectionStory.Of(in ended));
        }
    }

    private bool IsWanted(long id) => limit > 0 && (_newest.Count < limit || id >= _oldest);

    private void Keep(ConnectionStory story)
    {
        _newest[story.Id] = story;
        if (_newest.Count > limit)
        {
            _newest.Remove(_oldest);
        }

        _oldest = _newest.Keys.First();
    }
}
