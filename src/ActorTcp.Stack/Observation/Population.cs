using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>How many connections of one shard are in each state, and how often they took each edge of the state diagram. Its thread alone writes.</summary>
internal sealed class Population
{
    private readonly long[] _connections = new long[(int)TcpState.TimeWait + 1];
    private readonly long[] _edges = new long[StateDiagram.Edges.Count];

    public long this[TcpState state] => _connections[(int)state];

    public ReadOnlySpan<long> Edges => _edges;

    public void Took(TcpState from, Cause cause, TcpState to) => _edges[StateDiagram.NumberOf(from, cause, to)]++;

    /// <param name="counted">In which state the connection counts; none of them counts in CLOSED.</param>
    public void Move(ref TcpState counted, TcpState to)
    {
        _connections[(int)counted]--;
        _connections[(int)to]++;
        counted = to;
    }
}
