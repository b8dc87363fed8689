namespace ActorTcp.Tests.Conformance;

/// <summary>What other documents than RFC 9293 ask of an implementation, as far as it concerns an end of a connection.</summary>
internal static class DocumentRules
{
    private const string Fragments = "every fragment is counted and dropped: our segments have DF set and the path's size is found, so a peer has no reason to send one";

    public static readonly IReadOnlyList<DocumentRule> All =
    [
        new("RFC 791", "§3.2", "", "Fragments are put together", "not offered: " + Fragments),
        new("RFC 815", "§3", "", "An algorithm for that", "not offered: see RFC 791"),
        new("RFC 5722", "§4", "MUST", "Overlapping fragments are discarded", Fragments),
        new("RFC 6864", "§4", "MAY", "The identification of a packet that is never a fragment is any", "it is 0, with DF"),

        new("RFC 1122", "§4.2", "", "Requirements for TCP", "superseded by RFC 9293; its keep-alives and thresholds are rows above"),

        new("RFC 1191", "§3", "MUST", "The size of a path is never reduced below 68 octets"),
        new("RFC 1191", "§6.3", "", "Packet Too Big makes segments smaller at once"),
        new("RFC 8201", "§4", "MUST", "Nor below 1280 octets with IPv6, and no message makes it larger"),
        new("RFC 4821", "§7.2", "", "The search for the size of a path has a lower and an upper end", "ConnectionSettings.MtuProbing"),
        new("RFC 4821", "§7.3", "", "Probes are chosen between them"),
        new("RFC 4821", "§7.4", "", "A probe is followed by text that shows whether it was lost", "larger packets are tried only with SACK, where RACK tells which segment is lost"),
        new("RFC 4821", "§7.6.2", "", "A probe that fails leaves the size as it is, and is no congestion"),
        new("RFC 4821", "§7.7", "", "A full stop: the path has become narrower and no ICMP has said so"),
        new("RFC 8899", "§3", "", "The same for datagrams", "not offered: it is for protocols without segments of their own"),

        new("RFC 1337", "§3", "", "F1: a reset does not end TIME-WAIT", "ConnectionSettings.TimeWaitIgnoresReset"),
        new("RFC 6191", "§2", "", "Which SYN may take over a connection in TIME-WAIT; any other is dropped without a word"),

        new("RFC 2018", "§2", "MUST NOT", "SACK-permitted stands on a SYN only, and blocks are sent only if the peer has permitted them"),
        new("RFC 2018", "§4", "MUST", "The first block is that of the segment that came last"),
        new("RFC 2018", "§8", "SHOULD", "After a timeout nothing that was reported counts as held"),
        new("RFC 2883", "§4", "", "What came twice is the first block, once"),

        new("RFC 2385", "§2", "", "MD5 signatures", "not offered: obsolete (RFC 5925)"),
        new("RFC 5925", "§2", "", "The authentication option", "not offered: for peers that share keys, as routers do, not for a server of strangers"),

        new("RFC 2675", "§5.1", "", "An MSS of 65,535 stands for no limit", "what the path carries is the limit; jumbograms are not offered"),
        new("RFC 8200", "§4", "", "Extension headers before the segment are passed over"),
        new("RFC 8200", "§8.1", "MUST", "The checksum covers the pseudo-header of IPv6"),
        new("RFC 6437", "§3", "SHOULD", "Each connection has a flow label of its own, the same on all segments", "deviates: it is the same, but 0 for all connections; nothing between the TUN and its host spreads by it"),
        new("RFC 8504", "§5.1", "", "Requirements for IPv6 nodes", "extension headers, the flow label and the size of paths are rows of their own; a stack behind a TUN has no neighbours"),

        new("RFC 3168", "§5", "", "Routers mark instead of dropping"),
        new("RFC 3168", "§6.1.1", "", "ECN is agreed upon by SYN and SYN-ACK"),
        new("RFC 3168", "§6.1.1.1", "SHOULD", "Without an answer, or with a reset, the SYN comes again without it"),
        new("RFC 3168", "§6.1.2", "MUST", "A mark is treated as a loss, once in a round trip"),
        new("RFC 3168", "§6.1.3", "MUST", "A mark is echoed until the sender says CWR"),
        new("RFC 3168", "§6.1.4", "MUST NOT", "Pure ACKs may not be marked"),
        new("RFC 3168", "§6.1.5", "MUST NOT", "Nor may what is sent again"),
        new("RFC 3168", "§6.1.6", "MUST NOT", "Nor may a window probe"),
        new("RFC 3360", "§2.1", "SHOULD NOT", "A SYN with reserved bits is not answered with a reset"),
        new("RFC 5562", "§3", "", "A SYN-ACK may be marked too", "not offered: experimental"),
        new("RFC 8311", "§2", "", "Room for experiments with ECN", "not offered: none of them is made"),
        new("RFC 9331", "§4", "", "L4S", "not offered: it needs a congestion control of its own, and RFC 9768"),
        new("RFC 9768", "§3.1", "", "Accurate ECN", "not offered: its SYN is taken for one that asks for ECN by RFC 3168, as §3.1.2 has it for servers without it"),

        new("RFC 3042", "§2", "SHOULD", "The first two duplicates let new segments out"),
        new("RFC 5681", "§3.1", "MUST", "Slow start and congestion avoidance"),
        new("RFC 5681", "§3.2", "SHOULD", "Three duplicates repeat a segment"),
        new("RFC 5681", "§4.1", "SHOULD", "After an idle time the window begins anew"),
        new("RFC 5681", "§4.2", "SHOULD", "Every second segment is acknowledged, and a gap at once"),
        new("RFC 3390", "§1", "", "An initial window of up to four segments", "superseded by RFC 6928"),
        new("RFC 6928", "§2", "", "An initial window of ten segments; of one after more than one lost SYN", "ConnectionSettings.InitialWindow"),
        new("RFC 7661", "§4.2", "", "A window that is not used does not grow", "as Linux does: what was most in flight in a round trip counts; one that stays unused is kept until an idle timeout (RFC 5681 §4.1), not reduced by §4.4.3"),
        new("RFC 9406", "§4.2", "", "One ACK lets slow start grow by eight segments at most", "until the first loss; the rest of HyStart++ is not offered"),
        new("RFC 5682", "§2.1", "", "F-RTO without SACK"),
        new("RFC 5682", "§3.1", "", "F-RTO with SACK"),
        new("RFC 3522", "§3.2", "", "Eifel: the echo of a timestamp shows a timeout that was one too many"),
        new("RFC 4015", "§3", "", "And what to do then"),
        new("RFC 6582", "§3.2", "", "NewReno"),
        new("RFC 6675", "§5", "", "Loss recovery by SACK"),
        new("RFC 6937", "§3", "", "Proportional rate reduction", "obsoleted by RFC 9937, which keeps the rule"),
        new("RFC 8985", "§6.2", "", "RACK: losses are found by time"),
        new("RFC 8985", "§7.3", "", "The tail of a flight is probed"),
        new("RFC 9438", "§4", "", "CUBIC", "ConnectionSettings.CongestionAlgorithm; NewReno is the default"),
        new("RFC 9040", "§4", "", "Connections to the same host share what they know of the path", "not offered: only a Fast Open client remembers, a cookie and an MSS; strangers could otherwise teach one another's connections"),

        new("RFC 4987", "§3.1", "", "Filtering"),
        new("RFC 4987", "§3.2", "", "A larger backlog", "ListenOptions.HalfOpenLimit"),
        new("RFC 4987", "§3.3", "", "A shorter SYN-RECEIVED timer", "ConnectionSettings.HalfOpenTimeout"),
        new("RFC 4987", "§3.4", "", "The oldest half-open connection is recycled", "not offered yet"),
        new("RFC 4987", "§3.5", "", "A SYN cache", "not offered yet"),
        new("RFC 4987", "§3.6", "", "SYN cookies", "not offered yet"),
        new("RFC 4987", "§3.7", "", "Both: cookies only under pressure", "not offered yet"),
        new("RFC 4987", "§3.8", "", "A proxy in front of the server", "actortcp serve PORT=proxy:HOST"),

        new("RFC 5461", "§4", "", "A hard error is a soft one once the connection is synchronized"),
        new("RFC 5927", "§4.1", "", "What ICMP quotes must be in flight"),
        new("RFC 5927", "§7.2", "", "A report of a smaller path waits until nothing gets through", "not offered: it is believed at once if what it quotes is in flight; 68 or 1280 octets are the least"),
        new("RFC 6633", "§3", "MUST", "Source Quench is dropped without a word", "no branch of ConnectionActor.IcmpReports acts on it"),

        new("RFC 5482", "§3", "", "The user timeout option", "not offered yet"),
        new("RFC 5482", "§3.1", "SHOULD", "A peer's timeout is adopted within limits", "not offered yet"),
        new("RFC 5482", "§3.2", "", "What was told is told again where it may have been lost", "not offered yet"),
        new("RFC 5482", "§4.2", "", "A timeout longer than keep-alives would be void", "not offered yet"),

        new("RFC 5961", "§3.2", "SHOULD", "Only the exact number resets; any other in the window is challenged"),
        new("RFC 5961", "§4.2", "SHOULD", "A SYN in a synchronized state is challenged"),
        new("RFC 5961", "§5.2", "MAY", "An ACK older than any window is an injection", "it is a MAY; it is done"),
        new("RFC 5961", "§7", "SHOULD", "Challenges are throttled, and a global limit tells nobody anything", "ConnectionSettings.Challenges, TcpStackOptions.ChallengesPerSecond, which is drawn anew each second (CVE-2016-5696)"),
        new("RFC 6056", "§3.2", "", "Ephemeral ports are 1024 to 65,535", "deviates: 32,768 to 65,535, half of the range, as Linux has it; the lower half is left to services"),
        new("RFC 6056", "§3.3.3", "SHOULD", "Which of them is next cannot be told from outside", "algorithm 3: a keyed hash of the two addresses and the remote port, and a counter"),
        new("RFC 6528", "§3", "SHOULD", "The initial sequence number has a keyed hash of the four-tuple in it", "SipHash-2-4 with 128 bits, drawn when the stack is made and kept"),

        new("RFC 6298", "§2.1", "SHOULD", "The first timeout is 1 s"),
        new("RFC 6298", "§2", "MUST", "SRTT and RTTVAR"),
        new("RFC 6298", "§2.4", "SHOULD", "A timeout is 1 s at least", "deviates: 200 ms, as in the stacks it talks to: ConnectionSettings.MinRto"),
        new("RFC 6298", "§2.5", "MAY", "And 60 s or more at most"),
        new("RFC 6298", "§3", "MUST", "Karn: what was sent again is not timed"),
        new("RFC 6298", "§5.3", "", "Every new acknowledgment starts the timer anew"),
        new("RFC 6298", "§5.5", "MUST", "The timeout doubles"),
        new("RFC 6298", "§5.7", "MUST", "After a lost SYN text begins with 3 s"),

        new("RFC 6691", "§2", "", "The MSS option does not count options, the sender does"),
        new("RFC 7323", "§2.2", "MUST", "The window is scaled if both SYNs have the option, and never in a SYN"),
        new("RFC 7323", "§2.3", "MUST", "A shift above 14 counts as 14", "nothing is logged: a stranger could fill the log"),
        new("RFC 7323", "§3.2", "MUST", "Timestamps once agreed on are in every segment but perhaps a reset; what lacks them is dropped"),
        new("RFC 7323", "§4.1", "", "Round trips are measured by echoes"),
        new("RFC 7323", "§4.3", "", "Which timestamp is echoed", "never that of a segment which the ACK check or a challenge refuses: a stranger could make the peer's look old"),
        new("RFC 7323", "§5.3", "MUST", "PAWS, before the sequence number; a reset is exempt"),
        new("RFC 7323", "§5.4", "", "Each connection has an offset of its own", "IsnGenerator gives both from one keyed hash"),
        new("RFC 7323", "§5.5", "", "An outdated TS.Recent says nothing any more"),

        new("RFC 7413", "§1", "MUST NOT", "Fast Open is off unless the application asks for it"),
        new("RFC 7413", "§4.1.2", "", "The cookie is made from the client's address with a key that is replaced from time to time"),
        new("RFC 7413", "§4.1.3", "SHOULD", "The client remembers the cookie and the MSS"),
        new("RFC 7413", "§4.1.3.1", "", "And servers that do not offer it"),
        new("RFC 7413", "§4.2.1", "SHOULD", "A SYN that comes again has neither cookie nor text"),
        new("RFC 7413", "§4.2.2", "", "The server answers before the final ACK"),
        new("RFC 7413", "§5.1", "", "Pending requests are limited; those that were reset count until their time is over"),

        new("RFC 4953, 5382, 7414", "", "", "Surveys, a roadmap, and rules for address translators", "not offered: there is nothing in them for an end of a connection to do"),
    ];
}
