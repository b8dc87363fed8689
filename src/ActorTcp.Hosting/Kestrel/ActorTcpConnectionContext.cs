using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using ActorTcp.Stack;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ActorTcp.Hosting;

/// <summary>A connection of the stack as Kestrel wants it, and as <see cref="IConnectionFactory"/> gives it to clients.</summary>
internal sealed class ActorTcpConnectionContext : ConnectionContext, IHandshakeFeature, IConnectionLifetimeFeature, IConnectionEndPointFeature, IConnectionIdFeature,
    IConnectionTransportFeature, IConnectionItemsFeature
{
    private static long _made;

    private readonly TcpConnection _connection;
    private string? _id;
    private IDictionary<object, object?>? _items;

    public ActorTcpConnectionContext(TcpConnection connection)
    {
        _connection = connection;
        (Transport, LocalEndPoint, RemoteEndPoint) = (connection, connection.LocalEndPoint, connection.RemoteEndPoint);
        ConnectionClosed = connection.PeerClosed;
        var features = new FeatureCollection(6);
        features.Set<IHandshakeFeature>(this);
        features.Set<IConnectionLifetimeFeature>(this);
        features.Set<IConnectionEndPointFeature>(this);
        features.Set<IConnectionIdFeature>(this);
        features.Set<IConnectionTransportFeature>(this);
        features.Set<IConnectionItemsFeature>(this);
        Features = features;
    }

    public override string ConnectionId
    {
        get => _id ??= string.Create(CultureInfo.InvariantCulture, $"at{Interlocked.Increment(ref _made):x}");
        set => _id = value;
    }

    public override IDuplexPipe Transport { get; set; }

    public override IFeatureCollection Features { get; }

    public override IDictionary<object, object?> Items
    {
        get => _items ??= new ConnectionItems();
        set => _items = value;
    }

    public override EndPoint? LocalEndPoint { get; set; }

    public override EndPoint? RemoteEndPoint { get; set; }

    /// <remarks>As with Kestrel's own sockets, a peer that has closed its side counts as gone.</remarks>
    public override CancellationToken ConnectionClosed { get; set; }

    public Activity? Activity => _connection.Activity;

    public Task<string> DrawLadderAsync() => _connection.DrawLadderAsync();

    public override void Abort() => _connection.Abort();

    public override void Abort(ConnectionAbortedException abortReason) => _connection.Abort();

    public override async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}
