using ActorTcp.Lab;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>The first danger of doing without step 3: connections that are held for nobody.</summary>
internal static class Waste
{
    private static TimeSpan Patience => ConnectionSettings.Default.HalfOpenTimeout;

    public static void Tell(Narrator narrator, Staging staging, TurnCost ofSyn)
    {
        var run = HalfOpenWaste.Run(staging);
        narrator.Heading("4  Why step 3?  (a) The half-open waste", "RFC 9293 §3.5, RFC 4987");
        narrator.Say(
            $"""
            {HalfOpenWaste.Limit} SYNs arrive from addresses where nobody is: each SYN-ACK goes nowhere. Nothing tells the server so; it repeats its SYN-ACK, and keeps the
            half-open connection until it loses patience. (From here on everything runs on the link in memory and on a clock that jumps.)
            """);
        narrator.Show(run.Forged());
        narrator.Say(
            $"""
            Were there no step 3, the server would take this for a connection and wait for its data for ever. As it is, each costs {ofSyn.Allocated:N0} octets for {Patience.TotalSeconds:0} s, and
            a place: the limit was {HalfOpenWaste.Limit} here, {run.HalfOpen} were half-open, and a client that means it waits outside:
            """);
        narrator.Show(run.Honest());
        long usual = new ListenOptions { Port = 1 }.HalfOpenLimit;
        narrator.Say(
            $"""
            {run.Dropped} of its SYNs were dropped, until the others' places were free: that is how a SYN flood works. At our usual limit of {usual:N0} such
            connections hold {usual * ofSyn.Allocated / 1e6:N0} MB; had the buffers been allocated at the SYN, as the textbook has it, two of 64 KiB each, it would be {usual * 131072L / 1e9:N1} GB.
            """);
    }
}
