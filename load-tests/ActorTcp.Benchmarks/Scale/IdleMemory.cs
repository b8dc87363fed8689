namespace ActorTcp.Benchmarks;

/// <summary>What a connection holds that has nothing to do: managed heap, slabs included, for the stack has nothing outside of it.</summary>
internal static class IdleMemory
{
    /// <returns>The crowd, whose connections stand; what each of them holds, in octets; and what it cost to open them.</returns>
    public static (Crowd Crowd, double Octets, Cost Opening) Connect(int size, TimeProvider time, bool keepHistory = false)
    {
        var crowd = new Crowd(size, Crowd.EchoPort, time, keepHistory);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var opening = crowd.Measure(() => crowd.Connect(0, size));
        var octets = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / size;
        if (crowd.Stack.Connections != size)
        {
            throw new InvalidOperationException($"{crowd.Stack.Connections} connections stand instead of {size}.");
        }

        return (crowd, octets, opening);
    }
}
