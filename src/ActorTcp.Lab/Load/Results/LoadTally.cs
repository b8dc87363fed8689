using System.Text.Json.Serialization;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>What became of the flows, summed up. Tallies of several generators are added up.</summary>
internal sealed class LoadTally
{
    public long Started { get; set; }

    public long Connected { get; set; }

    /// <summary>How many ended how; what did not occur is not in it.</summary>
    public SortedDictionary<FlowEnd, long> Ends { get; init; } = [];

    /// <summary>Flows of an open loop that were due and never started.</summary>
    public long NotStarted { get; set; }

    /// <summary>Flows that started more than <see cref="LoadSession.Late"/> after their time because as many were open as may be: the target could not follow.</summary>
    public long HeldBack { get; set; }

    /// <summary>Flows that started so late although there was room: the generator could not follow.</summary>
    public long Late { get; set; }

    public long SynRetransmissions { get; set; }

    /// <summary>Flows open at the same time.</summary>
    public long MostOpen { get; set; }

    /// <summary>From the SYN to the SYN-ACK.</summary>
    public LatencyHistogram SynToSynAck { get; init; } = new();

    /// <summary>From the intended start to ESTABLISHED.</summary>
    public LatencyHistogram Connect { get; init; } = new();

    /// <summary>From the intended start to the first octet from the peer.</summary>
    public LatencyHistogram FirstByte { get; init; } = new();

    /// <summary>From this side's CLOSE until both sides have closed.</summary>
    public LatencyHistogram Close { get; init; } = new();

    /// <summary>From the intended start to the SYN.</summary>
    public LatencyHistogram Lag { get; init; } = new();

    [JsonIgnore]
    public long Completed => Ends.GetValueOrDefault(FlowEnd.Completed);

    /// <summary>Flows that ended otherwise than they should.</summary>
    [JsonIgnore]
    public long Failed => Ends.Where(end => end.Key is not (FlowEnd.Completed or FlowEnd.CutOff)).Sum(end => end.Value);

    public void Add(LoadTally other)
    {
        Started += other.Started;
        Connected += other.Connected;
        NotStarted += other.NotStarted;
        HeldBack += other.HeldBack;
        Late += other.Late;
        SynRetransmissions += other.SynRetransmissions;
        MostOpen += other.MostOpen;
        SynToSynAck.Add(other.SynToSynAck);
        Connect.Add(other.Connect);
        FirstByte.Add(other.FirstByte);
        Close.Add(other.Close);
        Lag.Add(other.Lag);
        foreach (var (end, count) in other.Ends)
        {
            Ends[end] = Ends.GetValueOrDefault(end) + count;
        }
    }
}
