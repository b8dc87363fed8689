namespace ActorTcp.Stack;

/// <summary>Goes through what a stack knows of connections, a slice at a time, so that no shard stands still for it.</summary>
internal abstract class Survey(TcpStack stack)
{
    /// <summary>Places of a table that one visit to a shard looks at.</summary>
    protected const int Slice = 2048;

    protected TcpStack Stack => stack;

    protected async Task WalkAsync()
    {
        foreach (var router in stack.Routers)
        {
            using var walk = Walk(router).GetEnumerator();
            var more = true;
            while (more)
            {
                more = false;
                await stack.OnShard(router, _ => more = walk.MoveNext()).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Looks at everything on one shard, on its thread.</summary>
    /// <returns>An element wherever the shard may do something else.</returns>
    protected abstract IEnumerable<bool> Walk(SegmentRouter router);

    /// <summary>The connections of a shard.</summary>
    protected static IEnumerable<bool> Flows(SegmentRouter router, Action<ConnectionActor> look)
    {
        for (uint? from = 0; from is not null;)
        {
            from = router.Flows.Look(from.Value, look);
            yield return true;
        }
    }
}
