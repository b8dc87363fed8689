using System.Text.RegularExpressions;

namespace ActorTcp.Packetdrill;

/// <summary>Scripts that ask for one kernel's own way where the RFCs leave another, or ask for another: why each is not this stack's.</summary>
internal static class Deviations
{
    private const string LimitOfTheWindow =
        "FreeBSD takes numbers up to its buffer's 65,700 octets for acceptable; RFC 9293 §3.10.7.4 counts the window that was offered, which is 65,535";

    private static readonly (Regex Scripts, string Reason)[] Known =
    [
        (Scripts("/rcv-rst-[^/]*right-edge[^/]*-secure"), LimitOfTheWindow),
        (Scripts("/rcv-rst-(closing|last-ack)-left-edge"),
            "FreeBSD reports ECONNRESET when a reset ends CLOSING or LAST-ACK; RFC 9293 §3.10.7.4, second, deletes the connection without a word"),
        (Scripts("/rcv-syn-ack-[^/]*-listen-"), "FreeBSD ignores a SYN-ACK for a listener; RFC 9293 §3.10.7.2, second, resets it"),
        (Scripts("/rcv-fin-time-wait-[^/]*(outside|right-edge)"),
            "FreeBSD drops what has no ACK before it looks at the window; RFC 9293 §3.10.7.4, first, acknowledges what lies outside"),
        (Scripts("/rcv-syn-fin-with-data-syn-sent"), "FreeBSD forgets a FIN that comes with a SYN; RFC 9293 §3.10.7.3 keeps it for SYN-RECEIVED"),
        (Scripts("/rcv-syn-with-data-syn-sent"), "text that came with a SYN is acknowledged at once, not after a delay: RFC 9293 leaves it open"),
        (Scripts("/time-wait-via-closing"),
            "FreeBSD takes the acknowledgment of a repeated FIN that lies before the window; RFC 9293 §3.10.7.4, first, drops such a segment"),
        (Scripts("/snd-syn-rtx-"), "FreeBSD adds its rexmit_slop of 200 ms to a timeout that is backed off; RFC 6298 §5.5 doubles it"),
        (Scripts("/snd-syn-with-ecn"), "FreeBSD adds its rexmit_slop of 200 ms to a timeout that is backed off, and repeats a SYN that asks for ECN; RFC 3168 §6.1.1.1 lets the first repetition not ask"),
        (Scripts("-ttl-exceeded-"), "FreeBSD ends a connection attempt at Time Exceeded; RFC 9293 §3.9.2.2 (MUST-56) forbids it"),
        (Scripts("overlapping-200-32200"), "FreeBSD tells of room when a quarter of the buffer has been read, this stack when half has: RFC 9293 leaves it open"),
        (Scripts("/ts_recent/invalid_ack"), "Linux drops an acknowledgment of what was never sent; RFC 9293 §3.10.7.4, fifth, answers it"),
        (Scripts("/close-remote-fin-then-close"), "that Linux acknowledges at once is had here by a delay of 0, which hastens the probe of a lone segment"),
        (Scripts("packetdrill/tests/"), "it tests packetdrill, not the stack"),
        (Scripts("/fastopen/server/simple|/tcp_info/|/gro/|/cwnd_moderation/|cubic-rack-reo-timeout"), "it reads counters of Linux's TCP_INFO that the shim does not fill"),
        (Scripts("/mtu_probe/"), "it turns the kernel's routes, and its SYN has no SACK: larger segments are tried where RACK finds what is lost"),
        (Scripts("/fr-4pkt-fack-last-mss"), "Linux rounds the wait for what may only be late up to its ticks of 4 ms and adds two; RFC 8985 §6.2 has a quarter of the round trip, which is 25 ms"),
        (Scripts("/sack-shift-sacked-(2-6-8|7-3-4)"), "it reads Linux's count of segments that overtake each other; RFC 8985 §6.2 measures reordering by time"),
        (Scripts("/syscall_bad_arg/"), "it tests how a kernel checks pointers"),
        (Scripts("sack-route-refresh-ip-tos"), "it turns the kernel's routes"),
        (Scripts("/user_timeout/|/cubic-rto-ss-ca"), "Linux puts its floor of 200 ms under the variance of the round trip, not under the timeout: RFC 6298 §2.4 has the latter"),
        (Scripts("/fastopen/server/(opt34/)?reset-"), "Linux lets its user read what came before a reset; RFC 9293 §3.10.7.4, second, flushes the queues"),
        (Scripts("/fastopen/server/(opt34/)?icmp-"), "Linux ends a half-open connection at Host Unreachable; RFC 9293 §3.9.2.2 (MUST-56) forbids it"),
        (Scripts("/fastopen/server/(opt34/)?pure-syn-data"), "its final ACK lacks the timestamps that were agreed upon: RFC 7323 §3.2 drops it, Linux does not"),
        (Scripts("/fastopen/server/(opt34/)?basic-non-tfo-listener"), "this packetdrill looks for the state of a socket before accept() has returned it"),
        (Scripts("/fastopen/client/cookie-req-timeout"), "Linux asks for a cookie again where a SYN that asked was lost; RFC 7413 §4.1.3.1 has it remembered that there was no answer"),
        (Scripts("/fastopen/client/fallback-exp-opt"), "Linux tries the option under its experimental kind where it was not answered; RFC 7413 §4.1.3.1 has that remembered as a refusal"),
        (Scripts("/fastopen/client/blocking-send(to|msg-multi-iov)"), "after some segments that it acknowledges at once, Linux begins to delay; RFC 9293 §3.8.6.3 leaves it open"),
        (Scripts(@"/fastopen/client/(nonblocking-sendto(-over-mss)?\.pkt|syn-data-(partial-or-over-ack|icmp-unreach-frag-needed))"), "in Linux a small segment waits for another small one only, Minshall's variant of Nagle's algorithm; here, by RFC 9293 §3.7.4, for anything in flight"),
        (Scripts("/fastopen/client/synack-data"), "Linux resets a SYN-ACK that echoes another timestamp; RFC 9293 §3.10.7.3 judges by its acknowledgment alone"),
        (Scripts("/fastopen/client/simultaneous-fast-open"), "Linux forgets text that comes with a SYN which crosses its own; RFC 9293 §3.10.7.3 keeps it for SYN-RECEIVED"),
        (Scripts("/blocking/blocking-write"), "Linux counts the bookkeeping of its buffers into SO_SNDBUF, twice what was asked for"),
        (Scripts("/syn-rcvd-via-syn-sent-ipv4-ecn01"), "FreeBSD marks text though its own SYN did not ask for ECN; RFC 3168 §6.1.1 forbids it to who has sent such a SYN"),
        (Scripts("-getsockopt-tcpinfo-"), "FreeBSD rounds a scaled window up; RFC 7323 §2.3 shifts it, which rounds down"),
        (Scripts("-closed-ipv[46]"), "google's packetdrill finds no socket of the script for a segment that comes to CLOSED, so it misses the reset"),
    ];

    /// <param name="said">What packetdrill complained of.</param>
    public static string? Of(string path, string said)
    {
        if (said.Contains("field tcp_psh", StringComparison.Ordinal))
        {
            return "Linux pushes what it hands to the device in one piece; RFC 9293 §3.9.1.2 pushes at the end of what the user gave";
        }

        if (said.Contains("AssertionError", StringComparison.Ordinal) && said.Contains("assert tcpi_delivered", StringComparison.Ordinal))
        {
            return "it reads a counter of Linux's TCP_INFO, tcpi_delivered, that this stack does not keep";
        }

        foreach (var (scripts, reason) in Known)
        {
            if (scripts.IsMatch(path))
            {
                return reason;
            }
        }

        return null;
    }

    private static Regex Scripts(string pattern) => new(pattern, RegexOptions.NonBacktracking);
}
