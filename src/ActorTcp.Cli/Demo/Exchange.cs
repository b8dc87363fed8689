using ActorTcp.Lab;
namespace ActorTcp.Cli;

/// <summary>Text goes and comes.</summary>
internal static class Exchange
{
    public static void Tell(Narrator narrator, Conversation conversation)
    {
        narrator.Heading("2  Data", "RFC 9293 §3.8, §3.10.2");
        narrator.Say(
            $"""
            The client says "{System.Text.Encoding.ASCII.GetString(Conversation.Request)}", the server says it back. It holds its answer in a buffer only until the client has
            acknowledged it; what arrives goes straight to the application and needs none.
            """);
        narrator.Show(conversation.Whole.Text());
    }
}
