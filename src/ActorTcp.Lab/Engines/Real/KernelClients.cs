using System.Diagnostics;
using ActorTcp.Linux;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>The clients of a trial as sockets of the kernel, each bound to an address of its own, all watched by one thread.</summary>
internal sealed class KernelClients(Trial trial)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    private readonly ClientPlan _plan = trial.Experiment.Clients;
    private readonly List<KernelClient> _clients = new(trial.Experiment.Clients.Count);
    private readonly List<Attempt> _attempts = new(trial.Experiment.Clients.Count);
    private int _oldest;
    private int _begun;
    private int _completed;

    /// <summary>Clients that have begun; any thread may ask.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>Clients that had what they wanted; any thread may ask.</summary>
    public int Completed => Volatile.Read(ref _completed);

    /// <summary>In the order in which they began; to be asked when <see cref="Run"/> has ended.</summary>
    public IReadOnlyList<Attempt> Attempts() => [.. _attempts.OrderBy(attempt => attempt.Start)];

    /// <summary>Until the last client is done; when it is stopped early, those that still wait have not got what they wanted.</summary>
    /// <param name="began">When the trial began, as <see cref="Stopwatch"/> counts.</param>
    /// <exception cref="IOException">The kernel refuses a client.</exception>
    public void Run(long began, CancellationToken stop)
    {
        using var epoll = new Epoll();
        TimerSlack.Least();
        var arrivals = Arrivals.Of(trial);
        while (!stop.IsCancellationRequested && (_begun < arrivals.Count || _oldest < _begun))
        {
            while (_begun < arrivals.Count && arrivals[_begun] <= Stopwatch.GetElapsedTime(began))
            {
                Begin(epoll, Stopwatch.GetElapsedTime(began));
            }

            var next = _begun < arrivals.Count ? arrivals[_begun] - Stopwatch.GetElapsedTime(began) : LongestWait;
            var events = epoll.Wait(next < LongestWait ? next : LongestWait);
            for (var i = 0; i < events; i++)
            {
                Proceed(_clients[(int)epoll.Event(i).Tag], Stopwatch.GetElapsedTime(began));
            }

            GiveUp(Stopwatch.GetElapsedTime(began) - _plan.Patience);
        }

        GiveUp(TimeSpan.MaxValue);
    }

    private void Begin(Epoll epoll, TimeSpan now)
    {
        var client = new KernelClient(StreamSocket.Open(isV4: true), now);
        _clients.Add(client);
        Require(client.Socket.Fd < 0 ? Libc.LastOnPacketPath : client.Socket.BindAddress(LabAddresses.Client(_begun)));
        Require(client.Socket.Connect(new SocketEndPoint(IpAddr.From(LabAddresses.Server.Address), LabAddresses.ServerPort)));
        epoll.Add(client.Socket.Fd, Sys.EPOLLIN | Sys.EPOLLOUT | Sys.EPOLLET, (uint)_begun);
        Volatile.Write(ref _begun, _begun + 1);
    }

    private void Proceed(KernelClient client, TimeSpan now)
    {
        if (client.IsDone)
        {
            return;
        }

        if (client.Connect is null && client.Socket.TakeError() is var errno and not Errno.None)
        {
            End(client, errno == Errno.ECONNREFUSED ? AttemptOutcome.Refused : AttemptOutcome.NotConnected);
            return;
        }

        client.Connect ??= now - client.Start;
        if (!_plan.ReadsOneByte)
        {
            End(client, AttemptOutcome.Completed);
        }
        else
        {
            Read(client, now);
        }
    }

    private void Read(KernelClient client, TimeSpan now)
    {
        Span<byte> octet = stackalloc byte[1];
        var read = client.Socket.Receive(octet);
        if (read == 1)
        {
            End(client, AttemptOutcome.Completed, now - client.Start);
        }
        else if (read == 0 || Libc.LastOnPacketPath != Errno.EAGAIN)
        {
            End(client, AttemptOutcome.Reset);
        }
    }

    /// <summary>Those that began before a moment have lost their patience.</summary>
    private void GiveUp(TimeSpan before)
    {
        for (; _oldest < _begun && (_clients[_oldest].IsDone || _clients[_oldest].Start < before); _oldest++)
        {
            if (!_clients[_oldest].IsDone)
            {
                End(_clients[_oldest], _clients[_oldest].Connect is null ? AttemptOutcome.NotConnected : AttemptOutcome.NotServed);
            }
        }
    }

    private void End(KernelClient client, AttemptOutcome outcome, TimeSpan? firstByte = null)
    {
        _attempts.Add(client.End(outcome, firstByte));
        Volatile.Write(ref _completed, _completed + (outcome == AttemptOutcome.Completed ? 1 : 0));
    }

    private static void Require(Errno errno)
    {
        if (errno is not (Errno.None or Errno.EINPROGRESS))
        {
            throw new IOException($"cannot begin a client: {errno.Text()}");
        }
    }
}
