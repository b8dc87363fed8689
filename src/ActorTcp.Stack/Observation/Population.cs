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

    /// <summary>A connection that counted among those of one state counts among those of another; CLOSED stands for none.</summary>
    public void Move(TcpState from, TcpState to)
    {
        _connections[(int)from]--;
        _connections[(int)to]++;
    }
}
