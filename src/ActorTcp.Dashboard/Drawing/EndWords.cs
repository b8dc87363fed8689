using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>How a connection ended, in a word or two.</summary>
internal static class EndWords
{
    public static string Of(ConnectionEnd end) => end switch
    {
        ConnectionEnd.Closed => "closed",
        ConnectionEnd.Reset => "reset by the peer",
        ConnectionEnd.Refused => "refused",
        ConnectionEnd.TimedOut => "timed out",
        ConnectionEnd.Unreachable => "unreachable",
        ConnectionEnd.Aborted => "aborted here",
        ConnectionEnd.Failed => "failed here",
    };
}
