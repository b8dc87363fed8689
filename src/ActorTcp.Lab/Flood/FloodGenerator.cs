using System.Diagnostics;
using ActorTcp.Linux;

namespace ActorTcp.Lab;

/// <summary>
/// Sends a flood as real packets through a link, at the trial's rate or as fast as it can. It refuses to begin outside of a <see cref="LabNamespace"/>, whose
/// links lead to other such namespaces only: whom it floods is decided by the laboratory, and nobody else can be reached.
/// </summary>
internal sealed class FloodGenerator : IDisposable
{
    private const int Batch = 64;
    private const int FrameRoom = EthernetFrame.HeaderLength + FloodTraffic.MaxLength;
    private static readonly TimeSpan Nap = TimeSpan.FromMicroseconds(500);

    private readonly Trial _trial;
    private readonly FloodTraffic _traffic;
    private readonly PacketSocket _socket;
    private readonly FrameBatch _batch = new(Batch, FrameRoom);
    private readonly FrameBatch _answers = new(1, FrameRoom);
    private readonly byte[] _received = new byte[2048];
    private long _packets;
    private long _ticks;

    /// <param name="link">The index of the link in the calling thread's namespace.</param>
    /// <exception cref="FloodRefusedException">The calling thread is not in a namespace that the laboratory has made.</exception>
    public FloodGenerator(Trial trial, int link, EthernetFrame frame)
    {
        if (!LabNamespace.IsCurrent(out var identity))
        {
            throw new FloodRefusedException(identity);
        }

        (_trial, _traffic) = (trial, new FloodTraffic(trial));
        _socket = new PacketSocket(link, receives: trial.Kind == FloodKind.Idle);
        for (var i = 0; i < Batch; i++)
        {
            frame.WriteHeader(_batch[i]);
        }

        frame.WriteHeader(_answers[0]);
    }

    /// <summary>Packets sent so far; any thread may ask.</summary>
    public long Packets => Volatile.Read(ref _packets);

    /// <summary>How long it has lasted so far; any thread may ask.</summary>
    public TimeSpan Time => new(Volatile.Read(ref _ticks));

    /// <summary>Sends until it is stopped, or until the flood's time is over.</summary>
    public void Run(CancellationToken stop)
    {
        using var parking = new PollParking();
        var began = Stopwatch.GetTimestamp();
        while (!stop.IsCancellationRequested && Stopwatch.GetElapsedTime(began) is var time && !(time >= _trial.Experiment.Flood.Until))
        {
            Volatile.Write(ref _ticks, time.Ticks);
            Answer();
            var due = _trial.Rate.IsMost ? Batch : (int)Math.Min((long)(time.TotalSeconds * _trial.Rate.PerSecond) - _packets, Batch);
            if (due <= 0)
            {
                parking.Park(Nap);
                continue;
            }

            Volatile.Write(ref _packets, _packets + Send(due));
        }
    }

    public void Dispose() => _socket.Dispose();

    private int Send(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _batch.SetLength(i, EthernetFrame.HeaderLength + _traffic.Next(_batch[i][EthernetFrame.HeaderLength..]));
        }

        return _socket.Send(_batch, count);
    }

    private void Answer()
    {
        if (_trial.Kind != FloodKind.Idle)
        {
            return;
        }

        while (_socket.Receive(_received) is > EthernetFrame.HeaderLength and var length)
        {
            var packet = _received.AsSpan(EthernetFrame.HeaderLength, length - EthernetFrame.HeaderLength);
            if (LabAddresses.IsFlood(packet) && _traffic.Answer(packet, _answers[0][EthernetFrame.HeaderLength..]) is > 0 and var answer)
            {
                _answers.SetLength(0, EthernetFrame.HeaderLength + answer);
                _socket.Send(_answers, 1);
            }
        }
    }
}
