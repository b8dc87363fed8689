using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>The names of the states as <c>ss</c> writes them, and those of sets of states.</summary>
internal static class StateNames
{
    private static readonly string[] Columns =
        ["CLOSED", "LISTEN", "SYN-SENT", "SYN-RECV", "ESTAB", "FIN-WAIT-1", "FIN-WAIT-2", "CLOSE-WAIT", "CLOSING", "LAST-ACK", "TIME-WAIT"];

    private static readonly string[] Words =
        ["closed", "listen", "syn-sent", "syn-received", "established", "fin-wait-1", "fin-wait-2", "close-wait", "closing", "last-ack", "time-wait"];

    private static readonly Dictionary<string, TcpState[]> Sets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["closed"] = [TcpState.Closed],
        ["listen"] = [TcpState.Listen],
        ["syn-sent"] = [TcpState.SynSent],
        ["syn-received"] = [TcpState.SynReceived],
        ["syn-recv"] = [TcpState.SynReceived],
        ["established"] = [TcpState.Established],
        ["estab"] = [TcpState.Established],
        ["fin-wait-1"] = [TcpState.FinWait1],
        ["fin-wait-2"] = [TcpState.FinWait2],
        ["close-wait"] = [TcpState.CloseWait],
        ["closing"] = [TcpState.Closing],
        ["last-ack"] = [TcpState.LastAck],
        ["time-wait"] = [TcpState.TimeWait],
        ["half-open"] = [TcpState.SynReceived],
        ["connected"] =
        [
            TcpState.SynSent, TcpState.SynReceived, TcpState.Established, TcpState.FinWait1, TcpState.FinWait2, TcpState.CloseWait, TcpState.Closing, TcpState.LastAck, TcpState.TimeWait,
        ],
        ["all"] = Enum.GetValues<TcpState>(),
    };

    public static string All { get; } = string.Join(", ", Sets.Keys);

    /// <summary>As in the first column of <c>ss</c>.</summary>
    public static string Of(TcpState state) => Columns[(int)state];

    /// <summary>As filters have it.</summary>
    public static string Word(TcpState state) => Words[(int)state];

    /// <exception cref="FormatException">The message names the valid ones.</exception>
    public static TcpState[] Parse(string name) =>
        Sets.TryGetValue(name, out var states) ? states : throw new FormatException($"unknown state '{name}'. Valid: {All}.");
}
