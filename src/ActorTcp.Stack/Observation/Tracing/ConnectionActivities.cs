using System.Diagnostics;

namespace ActorTcp.Stack;

/// <summary>
/// The connections of one shard as activities of .NET, which OpenTelemetry calls spans: from the SYN to the end, with the handshake as child. A peer that has not proved
/// its address gets none, so that a flood makes no spans.
/// </summary>
internal sealed class ConnectionActivities(SegmentRouter router)
{
    public const string SourceName = "ActorTcp";

    private static readonly ActivitySource Source = new(SourceName, typeof(ConnectionActivities).Assembly.GetName().Version?.ToString(3));

    private readonly Dictionary<ConnectionActor, Activity> _living = [];

    public static bool AreWanted => Source.HasListeners();

    /// <summary>Null for a connection that nobody wanted to hear of when it was established.</summary>
    public Activity? Of(ConnectionActor connection) => _living.GetValueOrDefault(connection);

    public void Established(ConnectionActor connection)
    {
        if (Begin(connection) is not { } activity)
        {
            return;
        }

        _living.Add(connection, activity);
        if (connection.Began < router.Shard.Now)   // a cookie does not tell when the SYN came
        {
            Stop(Start("tcp.handshake", ActivityKind.Internal, activity.Context, activity.StartTimeUtc));
        }
    }

    public void Ended(ConnectionActor connection, ConnectionEnd end)
    {
        // An active OPEN that failed is worth a span: the application asked for it.
        if (!_living.Remove(connection, out var activity) && connection.IsActiveOpen && end != ConnectionEnd.Closed)
        {
            activity = Begin(connection);
        }

        if (end != ConnectionEnd.Closed)
        {
            activity?.SetTag("error.type", Word(end)).SetStatus(ActivityStatusCode.Error);
        }

        Stop(activity);
    }

    private static string Word(ConnectionEnd end) => end switch
    {
        ConnectionEnd.Closed => "closed",
        ConnectionEnd.Reset => "reset",
        ConnectionEnd.Refused => "refused",
        ConnectionEnd.TimedOut => "timed_out",
        ConnectionEnd.Unreachable => "unreachable",
        ConnectionEnd.Aborted => "aborted",
        ConnectionEnd.Failed => "failed",
    };

    /// <returns>Null when no listener wants this one.</returns>
    private Activity? Begin(ConnectionActor connection)
    {
        var kind = connection.IsActiveOpen ? ActivityKind.Client : ActivityKind.Server;
        var activity = Start("tcp.connection", kind, parent: default, Now() - (router.Shard.Now - connection.Began));
        if (activity is { IsAllDataRequested: true })
        {
            var tuple = connection.Tuple;
            activity.SetTag("network.transport", "tcp").SetTag("network.type", tuple.Local.IsV4 ? "ipv4" : "ipv6")
                .SetTag("network.local.address", tuple.Local.ToString()).SetTag("network.local.port", (int)tuple.LocalPort)
                .SetTag("network.peer.address", tuple.Remote.ToString()).SetTag("network.peer.port", (int)tuple.RemotePort)
                .SetTag("network.interface.name", router.Options.Name).SetTag("actortcp.connection.id", connection.Id);
        }

        return activity;
    }

    /// <summary>The shard goes on with other connections at once: none of them is a child of this one.</summary>
    private static Activity? Start(string name, ActivityKind kind, ActivityContext parent, DateTime at)
    {
        var activity = Source.StartActivity(name, kind, parent, startTime: new DateTimeOffset(at));
        Activity.Current = null;
        return activity;
    }

    private void Stop(Activity? activity) => activity?.SetEndTime(Now()).Stop();

    private DateTime Now() => router.Options.Time.GetUtcNow().UtcDateTime;
}
