using System.Net;
using ActorTcp.Actors;
using ActorTcp.Lab;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Lab;

/// <summary>Engine <c>stack</c> against a server of our own over a link in memory, on a virtual clock.</summary>
internal sealed class VirtualLoad
{
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(100);

    private readonly ManualTimeProvider _time = new();
    private readonly TcpStack _server;
    private readonly StackGenerator _generator;

    public VirtualLoad(string plan, string exchange = "handshake", LoadLimits? limits = null, string sources = "10.2.0.0/24", ListenOptions? listen = null)
    {
        var (ours, theirs) = PacketPipe.CreatePair();
        _server = new TcpStack(new TcpStackOptions { Time = _time, Seed = 1 }, [new StackQueue(theirs, NoParking.Instance)]);
        _server.ListenAsync(listen ?? new ListenOptions { Port = 7, Protocol = new Echo() }).Wait();
        Session = new LoadJob { Target = "10.1.0.1:7", Plan = plan, Exchange = exchange, Engine = LoadEngine.Stack, Limits = limits ?? new LoadLimits() }.NewSession();
        _generator = new StackGenerator(
            Session, LoadTarget.Parse("10.1.0.1:7"), new SourcePool(new AddressPool(IPNetwork.Parse(sources))), new StackQueue(ours, NoParking.Instance), _time);
        Session.Seconds.Passed += Seconds.Add;
    }

    public LoadSession Session { get; }

    public LoadTally Results => Session.Results;

    public List<LoadSecond> Seconds { get; } = [];

    /// <summary>When the server does nothing.</summary>
    public (TimeSpan From, TimeSpan To) Stall { get; init; }

    /// <summary>When the user wants it to end.</summary>
    public TimeSpan Interrupt { get; init; } = TimeSpan.MaxValue;

    public TimeSpan Now => _generator.Now;

    public VirtualLoad Run()
    {
        _generator.Begin(TimeSpan.Zero);
        while (!Session.IsOver(_generator.Now))
        {
            if (Now >= Interrupt)
            {
                _generator.Stop();
            }

            var isBusy = _generator.RunOnce();
            isBusy |= (Now < Stall.From || Now >= Stall.To) && _server.RunOnce();
            if (!isBusy)
            {
                _time.Advance(Step);
            }
        }

        _generator.Dispose();
        return this;
    }
}
