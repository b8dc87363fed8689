using ActorTcp.Protocol;
using ActorTcp.Reports;

namespace ActorTcp.Dashboard;

/// <summary>An arrow of the state diagram. Edges between the same states share one.</summary>
/// <param name="Path">From state to state.</param>
/// <param name="X">Where the count lies on it, in units of the drawing, as <paramref name="Y"/>.</param>
/// <param name="Words">Where event and action begin.</param>
internal sealed record DrawnEdge(TcpState From, Cause Cause, TcpState To, string Path, double X, double Y, (double X, double Y) Words, Anchor Anchor = Anchor.Middle);
