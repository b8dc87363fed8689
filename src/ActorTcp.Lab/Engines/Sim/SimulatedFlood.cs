namespace ActorTcp.Lab;

/// <summary>A flood on the virtual clock: evenly spaced, at just the rate of the trial.</summary>
/// <param name="server">Where its packets go.</param>
internal sealed class SimulatedFlood(Trial trial, PacketSink server)
{
    private readonly FloodTraffic _traffic = new(trial);
    private readonly byte[] _packet = new byte[FloodTraffic.MaxLength];

    public long Packets { get; private set; }

    /// <summary>When the next packet arrives; null when none does any more.</summary>
    public TimeSpan? Next => trial.Rate.IsIdle || HasEnded(Due) ? null : Due;

    /// <summary>How long it has lasted, or did last.</summary>
    public TimeSpan Time(TimeSpan now) => trial.Rate.IsIdle ? TimeSpan.Zero : HasEnded(now) ? trial.Experiment.Flood.Until!.Value : now;

    private TimeSpan Due => TimeSpan.FromTicks((long)(Packets * (double)TimeSpan.TicksPerSecond / trial.Rate.PerSecond));

    /// <summary>Sends what is due.</summary>
    public void Run(TimeSpan now)
    {
        while (Next <= now)
        {
            server(_packet.AsSpan(0, _traffic.Next(_packet)));
            Packets++;
        }
    }

    /// <summary>What the flooding host answers to a packet of the server; empty when it says nothing.</summary>
    public byte[] Answer(ReadOnlySpan<byte> packet)
    {
        var length = _traffic.Answer(packet, _packet);
        return length > 0 ? _packet.AsSpan(0, length).ToArray() : [];
    }

    private bool HasEnded(TimeSpan now) => now >= trial.Experiment.Flood.Until;
}
