using System.Net;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9293 §3.9.2.2, RFC 5461, RFC 5927: what ICMP says of a connection is believed as far as it may be.</summary>
public sealed class IcmpReports
{
    private readonly LoneStack _stack = new();
    private readonly Stranger _peer;
    private readonly Talker _talker = new(0, 0) { ClosesFirst = false };

    public IcmpReports() => _peer = _stack.Peer("10.9.0.1:80", "10.1.0.1:5000");

    [Fact]
    public void A_port_unreachable_ends_what_is_not_synchronized()
    {
        Report(IcmpError.PortUnreachable, Connect());
        Assert.Equal(1, _talker.EndsBy(ConnectionEnd.Unreachable));
        Assert.Equal((0, 1), (_stack.Stack.Connections, _stack.Count(Counter.AttemptsFailed)));
    }

    [Theory, InlineData((int)IcmpError.HostUnreachable), InlineData((int)IcmpError.NetUnreachable)]
    public void A_soft_error_ends_nothing(int error)
    {
        Report((IcmpError)error, Connect());
        Assert.Equal(1, _stack.Stack.Connections);
    }

    [Fact]
    [SubtleCase(33)]
    public void A_report_about_what_was_never_sent_is_not_believed()
    {
        var syn = Connect();
        Report(IcmpError.PortUnreachable, syn with { Seq = syn.Seq + 5000 });
        Assert.Equal(1, _stack.Stack.Connections);
    }

    [Fact]
    public void Nothing_ends_an_established_connection()
    {
        var syn = Connect();
        _peer.Sends(SynAck(ack: 1));
        Assert.Equal(1, _talker.Opens);
        Report(IcmpError.PortUnreachable, syn with { Seq = syn.Seq + 1 });
        Assert.Equal((1, 1), (_stack.Stack.Connections, _stack.Count(Counter.IcmpIn)));
    }

    private SegmentCopy Connect()
    {
        _stack.Stack.Connect(IPEndPoint.Parse("10.9.0.1:80"), IPEndPoint.Parse("10.1.0.1:5000"), _talker);
        _stack.Settle();
        return _peer.Next();
    }

    private void Report(IcmpError error, SegmentCopy quoted)
    {
        var (original, report) = (new byte[100], new byte[200]);
        var length = SegmentWriter.Write(original, _peer.Tuple, PathAttributes.Default, quoted.AsSegment());
        _stack.Arrive(report.AsSpan(0, IcmpWriter.Unreachable(report, error, original.AsSpan(0, length), _peer.Tuple.Remote)));
    }
}
