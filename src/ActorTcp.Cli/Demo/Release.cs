using ActorTcp.Lab;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>Both sides close, one after the other.</summary>
internal static class Release
{
    public static void Tell(Narrator narrator, Conversation conversation)
    {
        narrator.Heading("3  The teardown", "RFC 9293 §3.6, Figure 12");
        narrator.Say(
            """
            Each side closes its own direction with a FIN, which takes one sequence number and is acknowledged as data is. Whoever closes first
            stays in TIME-WAIT for 2 MSL, so that its last ACK can be repeated and no segment of this connection can disturb the next.
            """);
        narrator.Show(conversation.Whole.Teardown());
        if (conversation.Told.Count > 0)
        {
            narrator.Say(
                $"The client's states above are inferred from its segments. The kernel itself said, each time it was asked (/proc/net/tcp): {string.Join(", ", conversation.Told.Select(LadderWords.Of))}.");
        }
    }
}
