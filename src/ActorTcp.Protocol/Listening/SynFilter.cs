using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 4987 §3.1: stands before the policy of a listener and keeps out who sends too many SYNs, address by address and network by network.</summary>
/// <remarks>Against more sources than its memory can tell apart it would keep out everybody: then it lets all pass, and what they meet is the policy.</remarks>
internal sealed class SynFilter(SynBudgets budgets, SipKey key)
{
    /// <summary>A sketch whose cells are spent by others to this share, on average, is no judge any more.</summary>
    private const int MostCrowded = 2;

    private readonly RateSketch _sources = new(budgets.PerSource, budgets.Width);
    private readonly RateSketch _prefixes = new(budgets.PerPrefix, budgets.Width);
    private readonly RateSketch _all = new(CrowdOf(budgets), width: 1);

    /// <returns>Null to let the SYN pass, or why it is dropped.</returns>
    public Admission? Refuse(IpAddr source, TimeSpan now)
    {
        if (!_all.TrySpend(0, now))
        {
            return null;
        }

        return !_sources.TrySpend(Hash(source, source.IsV4 ? 128 : budgets.SourceLengthV6), now) ? Admission.SourceBudget
            : !_prefixes.TrySpend(Hash(source, source.IsV4 ? budgets.PrefixLengthV4 + 96 : budgets.PrefixLengthV6), now) ? Admission.PrefixBudget
            : null;
    }

    private static int CrowdOf(SynBudgets budgets) => (int)Math.Min((long)budgets.PerSource * budgets.Width / MostCrowded, int.MaxValue);

    private ulong Hash(IpAddr source, int length)
    {
        var hash = new SipHash(in key);
        hash.Add(source.High & Mask(length));
        hash.Add(source.Low & Mask(length - 64));
        return hash.Finish(17, (ulong)length);
    }

    private static ulong Mask(int bits) => bits switch
    {
        <= 0 => 0,
        >= 64 => ulong.MaxValue,
        _ => ulong.MaxValue << (64 - bits),
    };
}
