namespace ActorTcp.Stack;

/// <summary>Every counter with what it means and, where Linux counts the same, the name that <c>nstat</c> shows.</summary>
internal static class CounterCatalog
{
    public static readonly IReadOnlyList<CounterDescription> All =
    [
        new(Counter.PacketsIn, "packets_in", "IpInReceives", "IP packets read from the device"),
        new(Counter.PacketsOut, "packets_out", "IpOutRequests", "IP packets written to the device"),
        new(Counter.OctetsIn, "octets_in", "IpExtInOctets", "octets of IP packets read"),
        new(Counter.OctetsOut, "octets_out", "IpExtOutOctets", "octets of IP packets written"),
        new(Counter.SegmentsIn, "segments_in", "TcpInSegs", "sound TCP segments that arrived"),
        new(Counter.SegmentsOut, "segments_out", "TcpOutSegs", "TCP segments sent for the first time"),
        new(Counter.SegmentsRetransmitted, "segments_retransmitted", "TcpRetransSegs", "segments sent again"),
        new(Counter.FastRetransmissions, "fast_retransmissions", "TcpExtTCPFastRetrans", "segments sent again because of duplicate ACKs"),
        new(Counter.RetransmissionTimeouts, "retransmission_timeouts", "TcpExtTCPTimeouts", "retransmission timers that fired"),
        new(Counter.LossProbes, "loss_probes", "TcpExtTCPLossProbes", "segments sent again because nothing told whether they had arrived"),
        new(Counter.WindowProbes, "window_probes", "TcpExtTCPWinProbe", "octets sent to ask for a closed window"),
        new(Counter.KeepAliveProbes, "keep_alive_probes", "TcpExtTCPKeepAlive", "keep-alive probes sent"),
        new(Counter.SynsIn, "syns_in", null, "SYNs that reached a listener"),
        new(Counter.SynAcksRetransmitted, "syn_acks_retransmitted", null, "SYN-ACKs and SYNs sent again"),
        new(Counter.ResetsIn, "resets_in", null, "RSTs that reached a connection"),
        new(Counter.ResetsOut, "resets_out", "TcpOutRsts", "RSTs sent"),
        new(Counter.ResetsSuppressed, "resets_suppressed", null, "RSTs not sent because of their rate limit"),
        new(Counter.ChallengeAcks, "challenge_acks", "TcpExtTCPChallengeACK", "challenge ACKs of RFC 5961"),
        new(Counter.ActiveOpens, "active_opens", "TcpActiveOpens", "connections that this side opened"),
        new(Counter.PassiveOpens, "passive_opens", "TcpPassiveOpens", "SYNs for which a connection was made"),
        new(Counter.Established, "established", null, "connections that reached ESTABLISHED"),
        new(Counter.AttemptsFailed, "attempts_failed", "TcpAttemptFails", "connections that ended before ESTABLISHED"),
        new(Counter.EstablishedResets, "established_resets", "TcpEstabResets", "established connections that were reset or aborted"),
        new(Counter.EstablishedTimeouts, "established_timeouts", "TcpExtTCPAbortOnTimeout", "established connections given up by the user timeout"),
        new(Counter.HalfOpenTimeouts, "half_open_timeouts", null, "half-open connections whose peer never answered"),
        new(Counter.HalfOpenLimitDrops, "half_open_limit_drops", "TcpExtTCPReqQFullDrop", "SYNs dropped at the half-open limit"),
        new(Counter.AcceptQueueDrops, "accept_queue_drops", "TcpExtListenOverflows", "SYNs dropped because the accept queue was full"),
        new(Counter.ListenerClosedDrops, "listener_closed_drops", null, "SYNs dropped by a listener that closes"),
        new(Counter.TimeWaitEntered, "time_wait_entered", "TcpExtTW", "connections that entered TIME-WAIT"),
        new(Counter.TimeWaitReopened, "time_wait_reopened", "TcpExtTWRecycled", "connections in TIME-WAIT taken over by a newer SYN"),
        new(Counter.TimeWaitOverflows, "time_wait_overflows", "TcpExtTCPTimeWaitOverflow", "TIME-WAIT records that ended early for want of room"),
        new(Counter.MartianDrops, "martian_drops", "IpInAddrErrors", "packets from or to an address that is no host's"),
        new(Counter.LandDrops, "land_drops", null, "segments whose source is their destination"),
        new(Counter.HandedOver, "handed_over", null, "packets passed to the shard that owns their flow"),
        new(Counter.DevicePressure, "device_pressure", "IpOutDiscards", "packets lost because the device's queue was full"),
        new(Counter.DeviceRefusals, "device_refusals", null, "packets that the device refused"),
        new(Counter.IcmpIn, "icmp_in", "IcmpInMsgs", "ICMP and ICMPv6 messages that arrived"),
        new(Counter.EchoReplies, "echo_replies", "IcmpOutEchoReps", "pings answered"),
        new(Counter.IcmpSuppressed, "icmp_suppressed", null, "pings not answered because of their rate limit"),
        new(Counter.ActorFailures, "actor_failures", null, "exceptions caught by a supervisor"),
        new(Counter.UpstreamConnects, "upstream_connects", null, "connections that a proxy made to its server"),
        new(Counter.UpstreamRefusals, "upstream_refusals", null, "connections that the server of a proxy refused"),
        new(Counter.UpstreamTimeouts, "upstream_timeouts", null, "connections that the server of a proxy did not answer in time"),
        new(Counter.UpstreamUnreachable, "upstream_unreachable", null, "connections for which there was no way to the server of a proxy"),
        new(Counter.UpstreamInFlightDrops, "upstream_in_flight_drops", null, "connections not made because too many to one port of the server were under way"),
        new(Counter.UpstreamWithdrawn, "upstream_withdrawn", null, "connections to the server of a proxy that nobody waited for any more"),
    ];

    public static int Count => All.Count;
}
