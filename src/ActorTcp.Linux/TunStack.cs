using ActorTcp.Stack;

namespace ActorTcp.Linux;

/// <summary>A stack on a TUN device: each shard reads a queue of it and parks on it. The stack must have ended before this is disposed.</summary>
internal sealed class TunStack : IDisposable
{
    private readonly PollParking[] _parkings;

    /// <exception cref="TunException">The device cannot be had as wanted; nothing of it is left behind.</exception>
    public TunStack(TunOptions tun, TcpStackOptions options)
    {
        Tun = TunInterface.Open(tun);
        _parkings = [.. Tun.Queues.Select(queue => new PollParking(queue.Fd))];
        Stack = new TcpStack(options with { Name = Tun.Name }, [.. Tun.Queues.Zip(_parkings, (queue, parking) => new StackQueue(queue, parking))]);
    }

    public TunInterface Tun { get; }

    /// <summary>Not started yet, so that its listeners can be there before the first packet.</summary>
    public TcpStack Stack { get; }

    public void Dispose()
    {
        Tun.Dispose();
        Array.ForEach(_parkings, parking => parking.Dispose());
    }
}
