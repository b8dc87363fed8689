using System.Text.RegularExpressions;

namespace ActorTcp.Packetdrill;

/// <summary>
/// FreeBSD's suite is written for FreeBSD's packetdrill, whose names differ here and there; and in one place it asks for a segment that RFC 9293 has
/// otherwise and that stands in the way of everything about CLOSING: there, the RFC's is put.
/// </summary>
internal static class Translation
{
    private static readonly (Regex From, string To)[] Words =
    [
        (Word(@"\bTCPI_CLOSED\b"), "TCP_CLOSE"),
        (Word(@"\bTCPI_SYN_RECEIVED\b"), "TCP_SYN_RECV"),
        (Word(@"\bTCPI_FIN_WAIT_(?<n>[12])\b"), "TCP_FIN_WAIT${n}"),
        (Word(@"\bTCPI_(?<state>LISTEN|SYN_SENT|ESTABLISHED|CLOSE_WAIT|CLOSING|LAST_ACK|TIME_WAIT)\b"), "TCP_${state}"),
        (Word(@"\bTCP_KEEPINIT\b"), $"{SocketOptions.KeepInit}"),
        (Word(@"\bTCP_NOOPT\b"), $"{SocketOptions.NoOptions}"),

        // §3.6, Figure 13: a FIN that crosses ours is answered with an ACK alone. FreeBSD repeats its FIN with it.
        (Word(@"(?<crossing>< F\. +1:1\(0\) +ack +1 win +\d+\n[^\n]*> )F\. +1:1\(0\) +ack +2 "), "${crossing} . 2:2(0) ack 2 "),
    ];

    public static string Of(string script) => Words.Aggregate(script, static (text, word) => word.From.Replace(text, word.To));

    private static Regex Word(string pattern) => new(pattern, RegexOptions.NonBacktracking);
}
