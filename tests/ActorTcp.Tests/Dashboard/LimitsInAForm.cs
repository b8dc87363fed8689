using ActorTcp.Dashboard;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Tests.Dashboard;

/// <summary>Nothing changes before somebody has read what it does.</summary>
public sealed class LimitsInAForm
{
    private static readonly ListenLimits Now = new() { Policy = HalfOpenPolicy.Hybrid, HalfOpenLimit = 1000, Backlog = 64 };

    [Fact]
    public void Left_alone_change_nothing()
    {
        var draft = new LimitsDraft(Now);
        Assert.Empty(draft.Mistakes());
        Assert.Empty(draft.Consequences(Now, halfOpen: 5));
        Assert.Equal(Now, draft.On(Now));
    }

    [Fact]
    public void Say_what_becomes_of_those_who_are_half_open()
    {
        var draft = new LimitsDraft(Now) { Policy = HalfOpenPolicy.Cookies, HalfOpenLimit = 100 };
        Assert.Equal(
        [
            $"The policy becomes cookies. {PolicyWords.Telling(HalfOpenPolicy.Cookies)} The 500 peers that are half-open now may finish their handshakes.",
            "On each shard at most 100 peers may be half-open. There are 500: they keep their places, and the policy treats the next SYN as one at the limit.",
        ], draft.Consequences(Now, halfOpen: 500));
        Assert.Equal((HalfOpenPolicy.Cookies, 100, 64), (draft.On(Now).Policy, draft.On(Now).HalfOpenLimit, draft.On(Now).Backlog));
    }

    [Fact]
    public void Set_and_lift_rates()
    {
        var limited = new LimitsDraft(Now) { SynAcksPerSecond = 5000, SynsPerSource = 20 }.On(Now);
        Assert.Equal((5000, 20, int.MaxValue), (limited.SynAcksPerSecond, limited.Budgets!.PerSource, limited.Budgets.PerPrefix));

        var lifting = new LimitsDraft(limited) { SynAcksPerSecond = null, SynsPerSource = null };
        Assert.Null(new LimitsDraft(limited).SynsPerPrefix);
        Assert.Equal(["SYN-ACKs a second: without a limit, instead of 5,000.", "SYNs a second of one address: without a limit, instead of 20."], lifting.Consequences(limited, halfOpen: 0));
        Assert.Equal((null, null), (lifting.On(limited).SynAcksPerSecond, lifting.On(limited).Budgets));
    }

    [Fact]
    public void Name_what_cannot_be()
    {
        Assert.Equal(["The half-open limit: a whole number from 1 to 16,777,216."], new LimitsDraft(Now) { HalfOpenLimit = 0 }.Mistakes());
        Assert.Equal(["The accept queue: a whole number from 1 to 16,777,216."], new LimitsDraft(Now) { Backlog = null }.Mistakes());
        Assert.Equal(["SYNs a second of one network: a whole number from 1 to 100,000,000."], new LimitsDraft(Now) { SynsPerPrefix = -1 }.Mistakes());
    }
}
