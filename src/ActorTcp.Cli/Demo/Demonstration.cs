using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary>The tour: establishment, data, release, and what would happen without step 3; in the order of the textbook's chapter.</summary>
internal static class Demonstration
{
    public static void Run(DemoOptions options, TextWriter output)
    {
        var (conversation, obstacle) = options.InMemory ? (Rehearsed(MemoryConversation.Hold, options), "") : WithKernelOrWithout(options);
        var narrator = new Narrator(output, options.Style);
        narrator.Heading("ActorTcp: how a TCP connection begins and ends, and what its third step is for");
        narrator.Say(obstacle + conversation.Client);
        Establishment.Tell(narrator, conversation);
        Exchange.Tell(narrator, conversation);
        Release.Tell(narrator, conversation);
        Waste.Tell(narrator, options, conversation.OfSyn);
        LateSyn.Tell(narrator, options);
    }

    private static (Conversation Held, string Obstacle) WithKernelOrWithout(DemoOptions options)
    {
        try
        {
            return (Rehearsed(KernelConversation.Hold, options), "");
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return (Rehearsed(MemoryConversation.Hold, options), $"No kernel takes part: {refused.Message.Split(". ")[0].TrimEnd('.')}. ");
        }
    }

    /// <summary>Once for the sake of what is compiled and made only once, which shall be neither timed nor counted; then in earnest.</summary>
    private static Conversation Rehearsed(Func<DemoOptions, Conversation> hold, DemoOptions options)
    {
        hold(options with { Pcap = null });
        return hold(options);
    }
}
