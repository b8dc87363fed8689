using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A SYN that waits for a gate's answer. Its text is left to the peer, who sends it again.</summary>
internal sealed class GatedSyn(in Packet packet) : IDisposable
{
    private readonly IpHeader _ip = packet.Ip;
    private readonly ushort _wnd = packet.Tcp.Wnd;
    private readonly ControlBits _control = packet.Tcp.Control;
    private readonly TcpOptions _options = packet.Tcp.Options;
    private readonly uint _flowHash = packet.FlowHash;
    private readonly CancellationTokenSource _withdrawn = new();

    public FourTuple Tuple { get; } = packet.Tuple;

    public SeqNum Seq { get; } = packet.Tcp.Seq;

    public CancellationToken Withdrawn => _withdrawn.Token;

    public void Withdraw() => _withdrawn.Cancel();

    public Packet ToPacket() => new()
    {
        Ip = _ip,
        Kind = PacketKind.Tcp,
        SourcePort = Tuple.RemotePort,
        DestinationPort = Tuple.LocalPort,
        FlowHash = _flowHash,
        Tcp = new Segment { Seq = Seq, Control = _control, Wnd = _wnd, Options = _options },
    };

    public void Dispose() => _withdrawn.Dispose();
}
