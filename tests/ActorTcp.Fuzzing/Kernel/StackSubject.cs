using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>This stack, in memory and in virtual time; acknowledgments do not wait, as the kernel's do not by its route's <c>quickack</c>.</summary>
internal sealed class StackSubject : ISubject
{
    private const int ConnectionsPerStack = 1000;
    private const int Unlimited = 1_000_000;

    private static readonly ConnectionSettings Settings = ConnectionSettings.Default with
    {
        ReceiveBufferLimit = 65535,   // no more than fits without scaling: the edge of a window is to be known exactly
        DelayedAck = TimeSpan.Zero,
        Challenges = int.MaxValue,
        Nagle = false,   // Linux holds back only a second small segment (Minshall's variant)
    };

    private readonly UserOfOne _user = new();
    private LoneStack _stack = Listening();
    private FourTuple _tuple;
    private int _connections;

    /// <summary>LISTEN and CLOSED are told by who opened it.</summary>
    public Standing Standing
    {
        get
        {
            var hash = _stack.Router.Hash(in _tuple);
            return _stack.Router.Flows.Find(in _tuple, hash) is { } connection ? Standing.Of(connection.Tcb)
                : _stack.Router.TimeWaits.Find(in _tuple, hash) >= 0 ? new Standing(TcpState.TimeWait)
                : new Standing(_tuple.LocalPort == KernelSubject.ListeningPort ? TcpState.Listen : TcpState.Closed);
        }
    }

    public void Begin(FourTuple tuple, bool isActive)
    {
        if (_connections++ % ConnectionsPerStack == 0)
        {
            _stack = Listening(_user);
        }

        _tuple = tuple;
        _user.Forget();
        if (isActive)
        {
            _stack.Stack.Connect(new IPEndPoint(tuple.Remote.ToIPAddress(), tuple.RemotePort), new IPEndPoint(tuple.Local.ToIPAddress(), tuple.LocalPort), _user);
            _stack.Settle();
        }
    }

    public void Arrive(ReadOnlySpan<byte> packet)
    {
        _stack.Arrive(packet);
        _stack.Advance(TimeSpan.Zero);
    }

    public void Call(CallStep call)
    {
        _user.Call(call);
        _stack.Advance(TimeSpan.Zero);
        _user.Rest();
    }

    public IReadOnlyList<SegmentCopy> Answers()
    {
        List<SegmentCopy> answers = [];
        foreach (var octets in _stack.Device.Written)
        {
            if (PacketReader.Read(octets, out var packet) == DropReason.None && packet.Kind == PacketKind.Tcp && packet.Tuple.Reversed == _tuple)
            {
                answers.Add(Answer.Of(in packet.Tcp));
            }
        }

        _stack.Device.Written.Clear();
        return answers;
    }

    public void End()
    {
        _user.Call(new CallStep(UserCall.Abort));
        _stack.Settle();
        if (_stack.Failures is [var failure, ..])
        {
            throw new InvalidOperationException(failure);
        }
    }

    public void Dispose()
    {
    }

    private static LoneStack Listening(InlineProtocol? user = null)
    {
        var stack = new LoneStack(new TcpStackOptions { Connection = Settings, ResetsPerSecond = Unlimited, ChallengesPerSecond = Unlimited, TimeWaitAcksPerSecond = Unlimited });
        if (user is not null)
        {
            stack.Listen(new ListenOptions { Port = KernelSubject.ListeningPort, Protocol = user, Connection = Settings });
        }

        return stack;
    }
}
