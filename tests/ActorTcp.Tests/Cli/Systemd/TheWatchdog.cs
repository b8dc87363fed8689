using ActorTcp.Actors;
using ActorTcp.Cli;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Cli;

/// <summary>It is fed twice a period, while every shard goes round, and not by a shard that does for one that does not.</summary>
public sealed class TheWatchdog : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly NotifyListener _listener = new();
    private readonly Systemd _systemd;

    public TheWatchdog() => _systemd = new Systemd(new NotifySocket(_listener.Address), 10.Seconds(), TextWriter.Null);

    public void Dispose()
    {
        _systemd.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public async Task Is_fed_at_once_and_then_every_half_period()
    {
        var time = new ManualTimeProvider();
        using var ended = new CancellationTokenSource();
        var life = new SignsOfLife(() => Task.CompletedTask, _systemd).RunAsync(time, ended.Token);
        Assert.Equal(["WATCHDOG=1"], _listener.Receive(Patience));
        time.Advance(4.Seconds());
        Assert.True(_listener.IsSilent);
        time.Advance(1.Seconds());
        Assert.Equal(["WATCHDOG=1"], _listener.Receive(Patience));
        await ended.CancelAsync();
        await life;
    }

    [Fact]
    public async Task Is_not_fed_while_a_shard_is_stuck_though_the_other_goes_round()
    {
        await using var stack = new TcpStack(new TcpStackOptions(), [Queue(), Queue()]);
        stack.Start();
        var round = Task.CompletedTask;
        var life = new SignsOfLife(() => round = stack.OnEveryShard(_ => { }), _systemd);
        life.Look();
        await round;
        life.Look();
        await round;
        using var stuck = new ManualResetEventSlim();
        stack.Shards[1].Post(stuck.Wait);
        life.Look();   // all is well since the last look
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(["WATCHDOG=1"], _listener.Receive(Patience));
        }

        life.Look();
        life.Look();
        Assert.True(_listener.IsSilent);

        stuck.Set();
        await round;
        life.Look();
        Assert.Equal(["WATCHDOG=1"], _listener.Receive(Patience));
    }

    private static StackQueue Queue() => new(new MemoryDevice(), new ThreadParking());
}
