namespace ActorTcp.Lab;

/// <summary>What one segment made the stack allocate.</summary>
/// <param name="Allocated">Octets of new objects.</param>
/// <param name="Lent">Octets of buffers that connections hold afterwards.</param>
/// <param name="LentBefore">The same before.</param>
internal readonly record struct TurnCost(long Allocated, long Lent, long LentBefore)
{
    /// <summary>As a note beside a ladder; empty where it cost nothing.</summary>
    public override string ToString()
    {
        var others = Allocated - Math.Max(Lent - LentBefore, 0);
        var objects = others > 0 ? $"allocates {others:N0} octets" : "";
        var buffers = Lent > LentBefore ? $"lends a buffer of {Lent - LentBefore:N0}" : Lent < LentBefore ? "takes the buffer back" : "";
        return objects.Length > 0 && buffers.Length > 0 ? $"{objects}, {buffers}" : objects + buffers;
    }
}
