using System.Runtime.CompilerServices;
using ActorTcp.Lab;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>The three-way handshake, step by step.</summary>
internal static class Establishment
{
    private static readonly int HistorySize = ConnectionHistory.Beginning * Unsafe.SizeOf<HistoryEntry>();

    public static void Tell(Narrator narrator, Conversation conversation)
    {
        narrator.Heading("1  The three-way handshake", "RFC 9293 §3.5, Figure 6");
        narrator.Say(
            $"The client sends a SYN: no data, but its initial sequence number, chosen at random: client_isn = {conversation.ClientIsn.Value}.",
            "Step 1  ");
        narrator.Say(
            $"The server allocates the variables of the connection and grants it by a SYN-ACK: it acknowledges client_isn + 1 and brings its own server_isn = {conversation.ServerIsn.Value}.",
            "Step 2  ");
        narrator.Say("The client allocates its own and acknowledges server_isn + 1. The SYN bit is 0: the connection is established.", "Step 3  ");
        narrator.Show(conversation.Whole.Handshake());
        narrator.Say(
            $"""
            Sequence numbers count from the two initial ones, as in Wireshark. Nobody else can foresee server_isn (RFC 6528), so nobody can take
            step 3 who has not received step 2: that is what it proves. At the SYN our server has allocated {conversation.OfSyn.Allocated:N0} octets: the connection's actor
            with its variables, and {HistorySize:N0} of them for the history from which this figure is drawn (it grows as more happens; without KeepHistory there is none). The textbook's server allocates the buffers as well; ours waits
            until there is something to put into them, because a SYN proves nothing yet (see 4).
            """);
        narrator.Gap();
        narrator.Say("Step 3 may carry data. A second connection, whose client has something to say at once:");
        narrator.Show(conversation.Eager.Handshake());
    }
}
