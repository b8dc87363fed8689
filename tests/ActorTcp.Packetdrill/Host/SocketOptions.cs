using System.Buffers.Binary;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Packetdrill;

/// <summary>getsockopt, setsockopt and ioctl, by the numbers of x86-64 Linux.</summary>
internal static class SocketOptions
{
    /// <summary>FreeBSD's numbers of options that Linux has not: for how long a SYN is repeated, in seconds; and whether it is bare.</summary>
    public const int KeepInit = 128;
    public const int NoOptions = 1008;

    private const long Sol = 1;
    private const long Tcp = 6;

    private const long BytesUnread = 0x541B;
    private const long BytesUnsent = 0x5411;

    public static Answer Control(Kernel kernel, Socket socket, long request) => request switch
    {
        BytesUnread when socket.Connection is { } connection => Answer.Number(connection.Actor.Unread),
        BytesUnsent when socket.Connection is { } connection => Answer.Number(StatusCall.Process(connection.Actor.Tcb) is var status
            ? (int)(status.AwaitingAck + status.AwaitingSend) : 0),
        BytesUnread or BytesUnsent => Errno.EINVAL,
        _ => kernel.NotOffered($"ioctl {request:X}"),
    };

    public static Answer Get(Kernel kernel, Socket socket, long level, long name)
    {
        var settings = socket.Connection?.Actor.Tcb.Settings ?? socket.Settle(kernel.Knobs.ToSettings());
        return (level, name) switch
        {
            (Sol, 2) => Answer.Number(1),                                                       // SO_REUSEADDR
            (Sol, 3) => Answer.Number(1),                                                       // SO_TYPE: SOCK_STREAM
            (Sol, 4) => Answer.Number((int)socket.TakeError()),                                 // SO_ERROR
            (Sol, 7) => Answer.Number(settings.SendBuffer),                                     // SO_SNDBUF
            (Sol, 8) => Answer.Number(ReceiveBuffer(kernel, socket)),                           // SO_RCVBUF
            (Sol, 9) => Answer.Number(settings.KeepAlive is null ? 0 : 1),                      // SO_KEEPALIVE
            (Tcp, 1) => Answer.Number(settings.Nagle ? 0 : 1),                                  // TCP_NODELAY
            (Tcp, 2) when socket.Connection is { } connection => Answer.Number(connection.Actor.Tcb.Snd.Mss),   // TCP_MAXSEG
            (Tcp, 4) => Answer.Number((int)(settings.KeepAlive ?? TimeSpan.FromHours(2)).TotalSeconds),
            (Tcp, 5) => Answer.Number((int)settings.KeepAliveInterval.TotalSeconds),
            (Tcp, 6) => Answer.Number(settings.KeepAliveProbes),
            (Tcp, 18) => Answer.Number((int)settings.UserTimeout.TotalMilliseconds),
            (Tcp, KeepInit) => Answer.Number((int)settings.SynTimeout.TotalSeconds),
            (Tcp, 11) => new Answer(0, Octets: ConnectionInfo.Of(kernel, socket)),              // TCP_INFO
            (Tcp, 26) => new Answer(0, Octets: []),                                             // TCP_CC_INFO: none
            (Sol, 55) => new Answer(0, Octets: new byte[36]),                                   // SO_MEMINFO
            _ => Unknown(kernel, level, name),
        };
    }

    public static Answer Set(Kernel kernel, Socket socket, long level, long name, byte[] octets)
    {
        if (octets.Length < sizeof(int))
        {
            return Errno.EINVAL;
        }

        var value = BinaryPrimitives.ReadInt32LittleEndian(octets);
        switch (level, name)
        {
            case (Sol, 2):    // SO_REUSEADDR
                return Answer.Ok;
            case (Sol, 13):   // SO_LINGER
                socket.IsAbortedByClose = value != 0 && octets.Length >= 8 && BinaryPrimitives.ReadInt32LittleEndian(octets.AsSpan(4)) == 0;
                return value == 0 || socket.IsAbortedByClose ? Answer.Ok : kernel.NotOffered("SO_LINGER with a time");
            case (Sol, 7):
                return Choose(kernel, socket, "SO_SNDBUF", settings => settings with { SendBuffer = value, SendBufferLimit = value });
            case (Sol, 8):
                return Choose(kernel, socket, "SO_RCVBUF", settings => settings with { ReceiveBuffer = value });
            case (Tcp, 1):
                return Choose(kernel, socket, "TCP_NODELAY", settings => settings with { Nagle = value == 0 });
            case (Tcp, 4):
                return Choose(kernel, socket, "TCP_KEEPIDLE", settings => settings with { KeepAlive = TimeSpan.FromSeconds(value) });
            case (Tcp, KeepInit):
                return Choose(kernel, socket, "TCP_KEEPINIT", settings => settings with { SynTimeout = TimeSpan.FromSeconds(value) });
            case (Tcp, 7):    // TCP_SYNCNT: repetitions, each after twice the time
                return Choose(kernel, socket, "TCP_SYNCNT", settings => settings with { SynTimeout = settings.InitialRto * ((2 << value) - 1) });
            case (Tcp, NoOptions):
                return kernel.NotOffered("a SYN without MSS option");
            case (Tcp, 23):   // TCP_FASTOPEN
                socket.FastOpenLimit = value;
                return Answer.Ok;
            case (Tcp, 18):
                return Choose(kernel, socket, "TCP_USER_TIMEOUT", settings => settings with { UserTimeout = TimeSpan.FromMilliseconds(value) });
            default:
                return Unknown(kernel, level, name);
        }
    }

    private static Answer Choose(Kernel kernel, Socket socket, string option, Func<ConnectionSettings, ConnectionSettings> change)
    {
        if (socket.Connection is not { } connection)
        {
            socket.Chosen.Add(change);
        }
        else if (option == "SO_RCVBUF")
        {
            kernel.NotOffered($"{option} on a connection that exists");
        }
        else
        {
            connection.Actor.Tcb.Settings = change(connection.Actor.Tcb.Settings);
        }

        return Answer.Ok;
    }

    /// <summary>FreeBSD tells how the connection's segment size has rounded it up.</summary>
    private static int ReceiveBuffer(Kernel kernel, Socket socket)
    {
        if (kernel.Surroundings.Dialect != Dialect.FreeBsd)
        {
            return socket.Settle(kernel.Knobs.ToSettings()).ReceiveBuffer;
        }

        if (socket.Connection?.Actor.Tcb is not { } tcb || tcb.State is TcpState.Listen or TcpState.SynSent)
        {
            return kernel.Knobs.ReceiveSpace;
        }

        var options = tcb.Has(OptionKinds.Timestamps) ? 12 : 0;
        return kernel.Knobs.ReceiveSpaceFor((int)MssOption.EffectiveSend(tcb.Snd.Mss, tcb.Mtu, tcb.IsV4, options));
    }

    private static Answer Unknown(Kernel kernel, long level, long name)
    {
        kernel.NotOffered($"socket option {name} of level {level}");
        return Errno.ENOPROTOOPT;
    }
}
