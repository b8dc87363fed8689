using ActorTcp.Protocol;

namespace ActorTcp.Dashboard;

/// <summary>A box of the state diagram.</summary>
/// <param name="Left">Of the upper left corner, in units of the drawing, as <paramref name="Top"/>.</param>
/// <param name="Rows">Rows of exits below the name.</param>
internal sealed record DrawnState(TcpState State, double Left, double Top, int Rows)
{
    public const double Width = 200;
    private const double Head = 46;
    private const double Row = 35;

    public double Height => Head + (Rows * Row);

    public double Middle => Left + (Width / 2);

    /// <summary>Where an exit lies, three in a row.</summary>
    public (double Left, double Top) Exit(int index) => (Left + 7 + (index % 3 * 63), Top + Head + (index / 3 * Row));
}
