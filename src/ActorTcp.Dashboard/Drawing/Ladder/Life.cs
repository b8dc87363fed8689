using ActorTcp.Protocol;

namespace ActorTcp.Dashboard;

/// <summary>The life of one end, downwards, cut where another phase begins.</summary>
internal sealed class Life(double x)
{
    private readonly List<LifePiece> _pieces = [];
    private string _phase = "";
    private double _since;

    public void Enter(TcpState state, double y)
    {
        CutAt(y);
        _phase = StateWords.Phase(state);
    }

    public IReadOnlyList<LifePiece> EndAt(double y)
    {
        CutAt(y);
        return _pieces;
    }

    private void CutAt(double y)
    {
        if (_phase.Length > 0 && y > _since)
        {
            _pieces.Add(new LifePiece(x, _since, y, _phase));
        }

        _since = y;
    }
}
