using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Wire;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Stack;

/// <summary>Reads connections, and the records that stand in for them, on their shard's thread.</summary>
internal static class ConnectionReadings
{
    private static readonly string[] TimerNames = ["user", "loss-detection", "retransmission", "persist", "delayed-ack", "keep-alive", "fin-wait-2", "time-wait"];

    public static ConnectionReading Of(ConnectionActor connection)
    {
        var (tcb, now) = (connection.Tcb, connection.Shard.Now);
        var (timer, due) = First(in tcb.Timers);
        var isMeasured = tcb.Rto.IsMeasured;
        return Named(connection.Tuple) with
        {
            Id = connection.Id,
            State = tcb.State,
            ReceiveQueue = connection.Unread,
            SendQueue = tcb.Snd.End.After(tcb.Snd.FirstOctet),
            ReceiveMemory = connection.ReceiveMemory,
            SendMemory = connection.SendMemory,
            Timer = timer,
            TimerDue = timer is null ? TimeSpan.Zero : due - now,
            Retransmissions = tcb.Retransmissions,
            RoundTrip = isMeasured ? tcb.Rto.Srtt : null,
            RoundTripVariation = tcb.Rto.RttVar,
            RetransmissionTimeout = tcb.Rto.Value,
            CongestionWindow = tcb.Congestion.Size,
            SlowStartThreshold = tcb.Congestion.SlowStartThreshold is var threshold and not (0 or uint.MaxValue) ? threshold : null,
            SendWindow = tcb.Snd.Wnd,
            ReceiveWindow = tcb.Rcv.Wnd,
            SegmentSize = (int)tcb.EffectiveSendMss,
            SendWindowScale = tcb.Has(OptionKinds.WindowScale) ? tcb.Snd.Shift : null,
            ReceiveWindowScale = tcb.Has(OptionKinds.WindowScale) ? tcb.Rcv.Shift : null,
            HasTimestamps = tcb.Has(OptionKinds.Timestamps),
            HasSelectiveAck = tcb.Has(OptionKinds.SackPermitted),
            HasEcn = tcb.Ecn.IsOn,
            Service = connection.Service,
            Age = now - connection.Began,
        };
    }

    public static ConnectionReading OfTimeWait(in FourTuple tuple, TimeSpan left) => Named(in tuple) with
    {
        State = TcpState.TimeWait,
        Timer = TimerNames[(int)Timer.TimeWait],
        TimerDue = left,
    };

    public static ConnectionReading Of(in SynRecord record, string? service, TimeSpan now) => Named(record.Tuple) with
    {
        State = TcpState.SynReceived,
        Timer = TimerNames[(int)Timer.Retransmission],
        TimerDue = TimeSpan.FromMilliseconds(unchecked((int)(record.Due - SynCache.Milliseconds(now)))),
        Retransmissions = record.Repetitions,
        Service = service,
        Age = record.Age(now),
    };

    private static ConnectionReading Named(in FourTuple tuple) => new()
    {
        Local = new IPEndPoint(tuple.Local.ToIPAddress(), tuple.LocalPort),
        Remote = new IPEndPoint(tuple.Remote.ToIPAddress(), tuple.RemotePort),
        State = TcpState.Closed,
    };

    private static (string? Name, TimeSpan Due) First(in TimerTable timers)
    {
        for (var timer = Timer.User; timer <= Timer.TimeWait; timer++)
        {
            if (timers.IsRunning(timer) && timers.Due(timer) == timers.NextDue)
            {
                return (TimerNames[(int)timer], timers.NextDue);
            }
        }

        return (null, default);
    }
}
