using ActorTcp.Protocol;
using ActorTcp.Reports;
using static ActorTcp.Protocol.Cause;
using static ActorTcp.Protocol.TcpState;

namespace ActorTcp.Dashboard;

/// <summary>Where the states and arrows of RFC 9293 §3.3.2, Figure 5 lie. Edges that the figure leaves out all end a connection: they are exits in the box of their state.</summary>
internal static class DiagramLayout
{
    public const double Width = 960;
    public const double Height = 1066;

    private const double Left = 20;
    private const double Centre = 380;
    private const double Right = 740;

    /// <summary>CLOSED stands at the beginning and at the end.</summary>
    public static readonly IReadOnlyList<DrawnState> States =
    [
        new(Closed, Centre, 34, 0),
        new(Listen, Centre, 156, 1),
        new(SynReceived, Left, 294, 2),
        new(SynSent, Right, 294, 2),
        new(Established, Centre, 466, 1),
        new(FinWait1, Left, 604, 2),
        new(CloseWait, Right, 604, 1),
        new(FinWait2, Left, 792, 2),
        new(Closing, Centre, 792, 1),
        new(LastAck, Right, 792, 1),
        new(TimeWait, Centre, 964, 1),
        new(Closed, Right, 978, 0),
    ];

    public static readonly IReadOnlyList<DrawnEdge> Edges =
    [
        new(Closed, PassiveOpen, Listen, "M440 80V150", 440, 112, (404, 108), Anchor.End),
        new(Listen, Close, Closed, "M520 156V86", 520, 120, (556, 116), Anchor.Start),
        new(Closed, ActiveOpen, SynSent, "M580 66H880V288", 670, 66, (670, 92)),
        new(SynSent, Close, Closed, "M920 294V46H586", 790, 46, (790, 15)),
        new(Listen, SynArrives, SynReceived, "M380 182H100V288", 240, 182, (240, 151)),
        new(SynReceived, ResetArrives, Listen, "M160 294V216H374", 225, 216, (225, 242)),
        new(SynReceived, SynArrives, Listen, "M315 216H374", 315, 216, (315, 242)),
        new(Listen, ActiveOpen, SynSent, "M580 196H800V288", 640, 196, (640, 165)),
        new(Listen, Send, SynSent, "M735 196H800V288", 735, 196, (735, 165)),
        new(SynSent, SynArrives, SynReceived, "M740 330H226", 480, 330, (480, 299)),
        new(SynReceived, AckOfSynArrives, Established, "M160 410V506H374", 270, 506, (270, 490)),
        new(SynSent, SynAckArrives, Established, "M840 410V506H586", 700, 506, (700, 475)),
        new(SynReceived, Close, FinWait1, "M70 410V598", 70, 560, (100, 556), Anchor.Start),
        new(Established, Close, FinWait1, "M430 547V636H226", 320, 636, (320, 605)),
        new(Established, FinArrives, CloseWait, "M530 547V636H734", 630, 636, (630, 605)),
        new(FinWait1, AckOfFinArrives, FinWait2, "M120 720V786", 120, 750, (156, 754), Anchor.Start),
        new(FinWait1, FinArrives, Closing, "M220 690H480V786", 380, 690, (380, 659)),
        new(CloseWait, Close, LastAck, "M840 685V786", 840, 735, (876, 731), Anchor.Start),
        new(FinWait2, FinArrives, TimeWait, "M120 908V1002H374", 250, 1002, (250, 971)),
        new(Closing, AckOfFinArrives, TimeWait, "M480 873V958", 480, 915, (516, 919), Anchor.Start),
        new(LastAck, AckOfFinArrives, Closed, "M840 873V972", 840, 922, (804, 918), Anchor.End),
        new(TimeWait, Cause.TimeWaitTimeout, Closed, "M580 1002H734", 655, 1002, (655, 971)),
    ];

    /// <summary>What ends a connection outside the figure, in the order of <see cref="StateDiagram"/>.</summary>
    public static IEnumerable<Transition> ExitsOf(TcpState state) => StateDiagram.Edges.Where(edge => edge.From == state && !IsDrawn(edge));

    private static bool IsDrawn(Transition edge) => Edges.Any(drawn => drawn.From == edge.From && drawn.Cause == edge.Cause && drawn.To == edge.To);
}
