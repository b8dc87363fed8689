using ActorTcp.Lab;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>The second danger: a SYN that was held up in the network arrives when nobody wants a connection any more.</summary>
internal static class LateSyn
{
    public static void Tell(Narrator narrator, Staging staging)
    {
        narrator.Heading("4  Why step 3?  (b) The delayed duplicate", "RFC 9293 §3.5, Figure 8");
        narrator.Say(
            $"""
            The client's first SYN is held up in the network. The client repeats it, the connection is made, used and closed; TIME-WAIT passes (2 MSL,
            here {(2 * DelayedDuplicate.Msl).TotalSeconds:0} s; the SYN outlives even that). Then the first SYN arrives.
            """);
        narrator.Show(DelayedDuplicate.Forgetting(DelayedDuplicate.AfterTheConnection(staging).Draw()).Noting(AboutTheLate));
        narrator.Say(
            """
            The server cannot know that this SYN is old, and answers. But the client wants nothing, so it says RST instead of step 3, and the server is
            back in LISTEN one round trip later. In a handshake of two steps the server would have been ESTABLISHED at the SYN, and would now wait
            for data that nobody sends. (That is reasoning: our stack knows no such handshake that it could show.)
            """);
        narrator.Gap();
        narrator.Say(
            """
            An old SYN can also come just before a new one. The client had given up an earlier attempt from the same port; its SYN still wanders about:
            """);
        narrator.Show(DelayedDuplicate.BeforeTheConnection(staging).Draw().Noting(AboutTheOld));
        narrator.Say(
            """
            The server's SYN-ACK acknowledges the old number, at which the client knows: the old attempt is reset, the new one succeeds. The three steps
            let each side hear its own number from the other before it believes in the connection.
            """);
    }

    private static string? AboutTheLate(LadderRung rung) => rung switch
    {
        { Passage: LadderPassage.Departs } => "held up",
        { Passage: LadderPassage.Arrives } => "the first SYN, at last",
        { At.TotalSeconds: > 10, ToRight: false } => "another server_isn",
        { At.TotalSeconds: > 10 } => "nobody asked for this",
        _ => null,
    };

    private static string? AboutTheOld(LadderRung rung) => rung switch
    {
        { Segment: { HasRst: true } } => "not its own number",
        { Segment: { Seq: < 0 } } => "an old SYN",
        { Segment: { Ack: < 0 } } => "acknowledges the old",
        _ => null,
    };
}
