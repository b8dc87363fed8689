using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>What most connections never need: losses and reordering, gaps, growth of the receive buffer, rare options. A control block makes one when the first of these happens.</summary>
internal sealed class SeldomState
{
    public RangeSet? Reassembly;

    public RightSizing? RightSizing;

    public RangeSet? Sacked;

    public ForwardRecovery? Forward;

    public CubicEpoch? Cubic;

    public PathMtuSearch? PathMtu;

    public FastOpen? FastOpen;

    public ReorderingWindow? Reordering;

    public ChallengeBudget Challenges;

    public SackBlock Duplicate;

    public SeqNum HighRetransmitted;

    public ushort ToldUserTimeout;

    public ushort RemoteUserTimeout;
}
