namespace ActorTcp.Dashboard;

/// <summary>How to read the report of an experiment.</summary>
internal static class ExperimentNotes
{
    public static string Of(string experiment) => experiment switch
    {
        "lemon2002" => "Each client connects once, and its wait is measured. Without a flood all wait one round trip. Under it, look at the steps at 1, 3 and 7 s: a client there had its first SYN dropped and came in with a later one.",
        "rfc4987" => "The whole catalogue of remedies against the rate that you choose. A policy without a way out, as `textbook`, loses its clients as soon as the flood fills its places faster than its timer empties them.",
        "step3" => "Two floods of the same rate: SYNs that never take step 3, and peers that take it and then keep silent. The first kind leaves by itself after the timer, the second stays: that is what step 3 is worth. "
            + "Half of the first SYNs come once more, 90 s later: without step 3 each would be a connection of its own.",
        "recovery" => "The flood stops after 10 s. Look for when the last client waits longer than the first, and for how long half-open entries remain.",
        "rtt" => "A table that forgets its oldest entry gives each client as long as the flood takes to fill it. Far clients need longer than that.",
        "loss" => "A lost SYN-ACK is repeated by a server that has kept something, and by nobody if it was a cookie: then the client's own SYN has to come again.",
        "ackflood" => "Guessing a cookie means guessing 32 bits. The counter `syn_cookies_failed` counts the guesses, `syn_cookies_received` those that were taken for good.",
        "budget" => "A budget for each source stops few real hosts at once, and does nothing against forged addresses, of which each sends one SYN.",
        _ => "",
    };
}
