using ActorTcp.Wire;
using BenchmarkDotNet.Attributes;

namespace ActorTcp.Benchmarks;

/// <summary>What a segment costs from the device to the device, and what it leaves to the garbage collector.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SegmentBenchmarks
{
    private static readonly byte[] OneOctet = [42];
    private readonly Bench _bench = new(keepHistory: false);
    private FourTuple _peer;
    private SeqNum _seq;
    private SeqNum _ack;
    private int _connections = 1;

    [GlobalSetup]
    public void Connect()
    {
        _peer = Bench.Peer(0, Bench.EchoPort);
        _ack = _bench.Connect(in _peer);
        _seq = new SeqNum(101);
    }

    [Benchmark(Description = "pure ACK in")]
    public void PureAck() =>
        _bench.Exchange(in _peer, new Segment { Seq = _seq, Ack = _ack, Control = ControlBits.Ack, Wnd = 65535 });

    [Benchmark(Description = "one octet in, echoed, acknowledged")]
    public void Echo()
    {
        _bench.Exchange(in _peer, new Segment { Seq = _seq, Ack = _ack, Control = ControlBits.Ack | ControlBits.Psh, Wnd = 65535, Text = OneOctet });
        _seq++;
        _ack++;
        PureAck();
    }

    [Benchmark(Description = "handshake and close (6 segments), a new connection each")]
    public void ConnectClose()
    {
        var peer = Bench.Peer(_connections++, Bench.ClosePort);
        var ack = _bench.Connect(in peer);
        _bench.Exchange(in peer, new Segment { Seq = new SeqNum(101), Ack = ack + 1, Control = ControlBits.Ack | ControlBits.Fin, Wnd = 65535 });
    }
}
