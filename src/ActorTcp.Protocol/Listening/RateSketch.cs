namespace ActorTcp.Protocol;

/// <summary>How much each of any number of sources has used of its rate, in fixed memory: a count-min sketch (Cormode and Muthukrishnan 2005) that forgets at that rate.</summary>
/// <remarks>
/// A cell holds the time when the debt of those who share it is paid off. A source's debt is at most the least of its four cells; what it spends is added to
/// the least only ("conservative update"). Sources that share all their cells with greedy ones are taken for greedier than they are, never for less greedy.
/// </remarks>
/// <param name="perSecond">What one source may spend in a second, and save up.</param>
/// <param name="width">Cells in a row, a power of two, at most 65,536.</param>
internal sealed class RateSketch(int perSecond, int width)
{
    private const int Rows = 4;
    private const int BitsPerRow = 16;

    private readonly TimeSpan[] _paidOff = new TimeSpan[Rows * width];
    private readonly TimeSpan _price = TimeSpan.FromSeconds(1.0 / perSecond);

    /// <param name="hash">A keyed hash of the source, so that nobody can choose with whom to share.</param>
    /// <returns>Whether the source may spend one more; then it has.</returns>
    public bool TrySpend(ulong hash, TimeSpan now)
    {
        var least = TimeSpan.MaxValue;
        for (var row = 0; row < Rows; row++)
        {
            var paidOff = _paidOff[Cell(hash, row)];
            least = paidOff < least ? paidOff : least;
        }

        var spent = (least > now ? least : now) + _price;
        if (spent - now > TimeSpan.FromSeconds(1))
        {
            return false;
        }

        for (var row = 0; row < Rows; row++)
        {
            ref var paidOff = ref _paidOff[Cell(hash, row)];
            paidOff = paidOff > spent ? paidOff : spent;
        }

        return true;
    }

    private int Cell(ulong hash, int row) => (row * width) + ((int)(hash >> (row * BitsPerRow)) & (width - 1));
}
