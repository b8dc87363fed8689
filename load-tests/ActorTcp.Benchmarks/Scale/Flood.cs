using ActorTcp.Actors;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Benchmarks;

/// <summary>One shard of the real stack, and SYNs that nobody stands behind: each from an address and port drawn out of 10.80.0.0/12, to any address of 10.77.0.0/16.</summary>
internal sealed class Flood
{
    private const ushort Port = 7;
    private const uint Sources = 0x0A500000;
    private const uint Targets = 0x0A4D0000;
    private const int FirstPort = 1024;
    private readonly Random _random = new(1);
    private readonly BatchDevice _device = new(next: null);
    private readonly Meter _meter;
    private readonly TcpOptions _options;

    /// <param name="limits">What holds against it.</param>
    /// <param name="options">What the SYNs offer.</param>
    public Flood(ListenLimits limits, OptionKinds options)
    {
        var stack = new TcpStack(new TcpStackOptions { KeepHistory = false, Seed = 1 }, [new StackQueue(_device, NoParking.Instance)]);
        var listener = stack.ListenAsync(new ListenOptions { Port = Port, Protocol = new Echo() }).GetAwaiter().GetResult();
        listener.ChangeAsync(limits).GetAwaiter().GetResult();
        _meter = new Meter(stack, _device);
        _options = new TcpOptions { Present = options, Mss = 1460, WindowScale = 7 };
    }

    public Cost Send(int syns) => _meter.Measure(() =>
    {
        for (; syns > 0; syns -= BatchDevice.Most)
        {
            Draw(Math.Min(syns, BatchDevice.Most));
            _meter.Turn();
        }
    });

    private void Draw(int syns)
    {
        for (var i = 0; i < syns; i++)
        {
            var target = Targets + (uint)_random.Next(1, 1 << 16);
            var tuple = new FourTuple(IpAddr.FromV4(Sources + (uint)_random.Next(1 << 20)), (ushort)_random.Next(FirstPort, 1 << 16), IpAddr.FromV4(target), Port);
            var syn = new Segment { Seq = new SeqNum((uint)_random.Next()), Control = ControlBits.Syn, Wnd = 64240, Options = _options };
            _device.Add(in tuple, in syn);
        }
    }
}
