using System.Net;
using System.Text;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Packetdrill;

/// <summary>The commands that scripts run, answered by the host under their names.</summary>
internal sealed class Commands(Kernel kernel)
{
    public Answer Run(string[] words)
    {
        switch (words[0])
        {
            case "sysctl":
                return Sysctl(words[1..]);
            case "sockstat":
                return Sockstat(isV6: words.Contains("-6"));
            case "tcpdrop":
                Tcpdrop();
                return Answer.Ok;
            case "setkey" or "ip" or "tc" or "ethtool":
                return Answer.Ok;   // about a kernel that is not there
            default:
                return kernel.NotOffered($"command {words[0]}");
        }
    }

    private Answer Sysctl(string[] words)
    {
        var text = new StringBuilder();
        foreach (var word in words.Where(static word => !word.StartsWith('-')))
        {
            if (word.Split('=', 2) is [var knob, var value])
            {
                kernel.Knobs.Turn(knob, value);
            }
            else
            {
                text.Append(kernel.Knobs.Read(word)).Append('\n');
            }
        }

        return Text(text);
    }

    /// <summary>A line for each connection: whose it is, its ends, its state by FreeBSD's name.</summary>
    private Answer Sockstat(bool isV6)
    {
        var text = new StringBuilder();
        var owned = new HashSet<FourTuple>();
        foreach (var socket in kernel.Sockets.Where(socket => socket.IsV6 == isV6))
        {
            if (socket.Connection is { } connection)
            {
                owned.Add(connection.Actor.Tuple);
                Line(text, "packetdril", connection.Actor.Tuple, kernel.StateOf(connection.Actor));
            }
            else if (socket.Local is { } local)
            {
                var any = new FourTuple(IpAddr.From(local.Address), (ushort)local.Port, IpAddr.From(IPAddress.Any), 0);
                Line(text, "packetdril", any, socket.Listener is null ? TcpState.Closed : TcpState.Listen);
            }
        }

        foreach (var connection in kernel.Stack.Routers[0].Flows.ToArray())
        {
            if (connection.Tuple.Local.IsV4 != isV6 && !owned.Contains(connection.Tuple))
            {
                Line(text, "?", connection.Tuple, connection.Tcb.State);
            }
        }

        return Text(text);
    }

    /// <summary>The scripts drop what is in TIME-WAIT, so that the next one finds nothing; but here each has a stack of its own.</summary>
    private void Tcpdrop()
    {
        foreach (var socket in kernel.Sockets)
        {
            if (socket.Connection is { } connection && kernel.InTimeWait(connection.Actor.Tuple) is >= 0 and var index)
            {
                kernel.Stack.Routers[0].TimeWaits.Remove(index, Cause.Abort);
            }
        }
    }

    private static void Line(StringBuilder text, string owner, FourTuple tuple, TcpState state) =>
        text.Append(owner).Append(' ').Append(tuple).Append(' ').Append(NameOf(state)).Append('\n');

    private static string NameOf(TcpState state) => state switch
    {
        TcpState.Closed => "CLOSED",
        TcpState.Listen => "LISTEN",
        TcpState.SynSent => "SYN_SENT",
        TcpState.SynReceived => "SYN_RCVD",
        TcpState.Established => "ESTABLISHED",
        TcpState.CloseWait => "CLOSE_WAIT",
        TcpState.FinWait1 => "FIN_WAIT_1",
        TcpState.Closing => "CLOSING",
        TcpState.LastAck => "LAST_ACK",
        TcpState.FinWait2 => "FIN_WAIT_2",
        TcpState.TimeWait => "TIME_WAIT",
    };

    private static Answer Text(StringBuilder text) => new(0, Octets: Encoding.UTF8.GetBytes(text.ToString()));
}
