using System.Globalization;
using ActorTcp.Protocol;

namespace ActorTcp.Cli;

/// <summary>proc_pid_net(5): the kernel's own list of its TCP sockets, in the network namespace of the calling thread.</summary>
internal static class KernelTable
{
    /// <summary>net/tcp_states.h, from 1 on.</summary>
    private static readonly TcpState[] States =
    [
        TcpState.Established, TcpState.SynSent, TcpState.SynReceived, TcpState.FinWait1, TcpState.FinWait2, TcpState.TimeWait,
        TcpState.Closed, TcpState.CloseWait, TcpState.LastAck, TcpState.Listen, TcpState.Closing,
    ];

    /// <summary>Waits a moment for the socket on a port to come into a state.</summary>
    /// <returns>The state in which it is.</returns>
    public static TcpState? Await(TcpState state, int localPort)
    {
        SpinWait.SpinUntil(() => StateOf(localPort) == state, TimeSpan.FromSeconds(1));
        return StateOf(localPort);
    }

    private static TcpState? StateOf(int localPort)
    {
        // sl  local_address rem_address   st …
        //  0: 01004C0A:9C40 01004D0A:0007 01 …
        var ending = $":{localPort:X4}";
        var socket = File.ReadLines("/proc/thread-self/net/tcp")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(fields => fields[1].EndsWith(ending, StringComparison.Ordinal));
        return socket is null ? null : States[int.Parse(socket[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 1];
    }
}
