using System.Diagnostics;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>The activity source "ActorTcp": a span for each connection. One test at a time: a listener makes every stack of the program work more.</summary>
[Collection(nameof(ConnectionsAsActivities))]
public sealed class ConnectionsAsActivities : IDisposable
{
    private readonly List<Activity> _stopped = [];
    private readonly LoneStack _stack = new(new TcpStackOptions { Name = "traced" });
    private readonly ActivityListener _listener;

    public ConnectionsAsActivities()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ConnectionActivities.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void Begin_with_the_syn_and_have_the_handshake_as_child()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        var began = Now;
        var peer = Handshake(after: TimeSpan.FromMilliseconds(20));

        var handshake = Assert.Single(_stopped);
        Assert.Equal(("tcp.handshake", began, TimeSpan.FromMilliseconds(20)), (handshake.OperationName, handshake.StartTimeUtc, handshake.Duration));

        _stack.Advance(TimeSpan.FromSeconds(1));
        peer.Receives();
        peer.Sends(FinAck(seq: 1, ack: 2));

        var connection = _stopped[1];
        Assert.Equal(("tcp.connection", ActivityKind.Server, began, 1020), (connection.OperationName, connection.Kind, connection.StartTimeUtc, connection.Duration.TotalMilliseconds));
        Assert.Equal((connection.SpanId, null, ActivityStatusCode.Unset), (handshake.ParentSpanId, connection.ParentId, connection.Status));
        Assert.Equal(
            "network.transport=tcp network.type=ipv4 network.local.address=10.1.0.1 network.local.port=80 network.peer.address=10.9.0.1 network.peer.port=1000 network.interface.name=traced actortcp.connection.id=1",
            string.Join(' ', connection.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void End_with_what_went_wrong()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        Handshake(after: TimeSpan.FromMilliseconds(1)).Sends(Rst(seq: 1));

        var connection = Assert.Single(_stopped, activity => activity.OperationName == "tcp.connection");
        Assert.Equal((ActivityStatusCode.Error, "reset"), (connection.Status, connection.GetTagItem("error.type")));
    }

    [Fact]
    public void Are_not_made_for_who_has_not_proved_its_address()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        _stack.Peer("10.9.0.1:1000").Sends(Syn());
        _stack.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, _stack.Count(Counter.HalfOpenTimeouts));
        Assert.Empty(_stopped);
    }

    [Fact]
    public void Tell_nothing_of_a_handshake_that_a_cookie_stood_for()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo(), Policy = HalfOpenPolicy.Cookies });
        Handshake(after: TimeSpan.FromMilliseconds(20)).Sends(Rst(seq: 1));
        Assert.Equal("tcp.connection", Assert.Single(_stopped).OperationName);
    }

    [Fact]
    public void Say_why_an_active_open_failed()
    {
        _stack.Stack.Connect(Hosts.At("10.9.0.1:80"), Hosts.At("10.1.0.1:5000"), new Echo());
        _stack.Settle();
        var peer = _stack.Peer("10.9.0.1:80", to: "10.1.0.1:5000");
        peer.Receives();
        peer.Sends(RstAck(seq: 0, ack: 1));

        var connection = Assert.Single(_stopped);
        Assert.Equal((ActivityKind.Client, "refused"), (connection.Kind, connection.GetTagItem("error.type")));
    }

    private DateTime Now => _stack.Time.GetUtcNow().UtcDateTime;

    private Stranger Handshake(TimeSpan after)
    {
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Syn());
        _stack.Advance(after);
        peer.Receives();
        peer.Sends(Ack(seq: 1, ack: 1));
        return peer;
    }
}
