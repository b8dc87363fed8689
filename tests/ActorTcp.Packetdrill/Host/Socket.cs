using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Packetdrill;

/// <summary>One socket of a script: what the sockets API has to remember beside the connection.</summary>
internal sealed class Socket
{
    /// <summary>Closed by its process, or not accepted yet.</summary>
    public const int NoFd = -1;

    private Errno _error;

    public int Fd { get; set; } = NoFd;

    public bool IsV6 { get; init; }

    public IPEndPoint? Local { get; set; }

    public IPEndPoint? Remote { get; set; }

    public TcpListener? Listener { get; set; }

    /// <summary>Connections of a listening socket that wait to be accepted.</summary>
    public Queue<Socket> Established { get; } = new();

    public InlineConnection? Connection { get; set; }

    public bool IsOpened { get; set; }

    /// <summary>Whether connect() has returned it.</summary>
    public bool WasToldOpened { get; set; }

    public bool HasPeerClosed { get; set; }

    public bool IsReadShut { get; set; }

    public bool IsSendShut { get; set; }

    /// <summary>SO_LINGER with a time of 0.</summary>
    public bool IsAbortedByClose { get; set; }

    /// <summary>TCP_FASTOPEN; null when it was not set.</summary>
    public int? FastOpenLimit { get; set; }

    public ConnectionEnd? End { get; private set; }

    /// <summary>What the connection is to do at its next notification.</summary>
    public Action<InlineConnection>? Todo { get; set; }

    /// <summary>The read that is going on.</summary>
    public Want? Wanted { get; set; }

    /// <summary>How much of a blocking write has found room.</summary>
    public int Written { get; set; }

    /// <summary>Socket options that were set, as changes of the settings.</summary>
    public List<Func<ConnectionSettings, ConnectionSettings>> Chosen { get; } = [];

    public ConnectionSettings Settle(ConnectionSettings settings) => Chosen.Aggregate(settings, static (chosen, choose) => choose(chosen));

    public void Over(ConnectionEnd end)
    {
        End = end;
        _error = end switch
        {
            ConnectionEnd.Reset => Errno.ECONNRESET,
            ConnectionEnd.Refused or ConnectionEnd.Unreachable => Errno.ECONNREFUSED,
            ConnectionEnd.TimedOut => Errno.ETIMEDOUT,
            ConnectionEnd.Closed or ConnectionEnd.Aborted or ConnectionEnd.Failed => Errno.None,
        };
    }

    /// <summary>SO_ERROR: told once.</summary>
    public Errno TakeError()
    {
        var error = _error;
        _error = Errno.None;
        return error;
    }

    public bool HasError => _error != Errno.None;
}
