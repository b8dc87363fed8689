using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorTcp.Actors;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Packetdrill;

/// <content>The calls. Null is the answer of one that blocks: it is asked again when something has happened.</content>
internal sealed partial class Kernel
{
    private const int MessagePeek = 2;
    private const int MessageDontWait = 0x40;

    private readonly Dictionary<int, Socket> _sockets = [];
    private ushort _nextPort = 40000;

    public IEnumerable<Socket> Sockets => _sockets.Values;

    private Answer? Do(Request request)
    {
        switch (request.Call)
        {
            case Call.Inject:
                Port.Inject(request.Octets);
                return Answer.Ok;
            case Call.Sniff:
                return Sniff();
            case Call.Sleep:
                Advance(TimeSpan.FromMicroseconds(request.First));
                return Answer.Ok;
            case Call.Command:
                return new Commands(this).Run(Encoding.UTF8.GetString(request.Octets).Split('\n'));
            case Call.NotOffered:
                return NotOffered(Encoding.UTF8.GetString(request.Octets));
            case Call.Socket:
                return Open(request);
            case Call.Poll:
                return Poll(request);
        }

        return _sockets.TryGetValue(request.Fd, out var socket) ? Do(request, socket) : Errno.EBADF;
    }

    private Answer? Do(Request request, Socket socket) => request.Call switch
    {
        Call.Bind => Bind(socket, SocketAddresses.Read(request.Octets)),
        Call.Listen => Listen(socket, backlog: (int)request.First),
        Call.Accept => Accept(socket, request),
        Call.Connect => Connect(socket, request),
        Call.Read => Read(socket, request),
        Call.Write => Write(socket, request),
        Call.SendTo => SendTo(socket, request),
        Call.Ioctl => SocketOptions.Control(this, socket, request.First),
        Call.Close => Close(socket),
        Call.Shutdown => Shutdown(socket, request.First),
        Call.GetOption => SocketOptions.Get(this, socket, request.First, request.Second),
        Call.SetOption => SocketOptions.Set(this, socket, request.First, request.Second, request.Octets),
        _ => Errno.ENOSYS,
    };

    public Answer NotOffered(string what)
    {
        Knobs.Note($"{what} is not offered");
        return Errno.ENOSYS;
    }

    /// <summary>Has a socket's connection do something on the shard, as an application would.</summary>
    public void Tell(Socket socket, Action<InlineConnection> what)
    {
        if (socket.Connection is { } connection && socket.End is null)
        {
            socket.Todo = what;
            connection.Notify();
            Settle();
        }
    }

    private Answer Open(Request request)
    {
        var family = (int)request.First;
        if (family is not (2 or 10) || (request.Second & 0xF) != 1)
        {
            return Errno.EAFNOSUPPORT;
        }

        _ = Stack;
        _sockets[request.Fd] = new Socket { Fd = request.Fd, IsV6 = family == 10 };
        return Answer.Ok;
    }

    private static Answer Bind(Socket socket, IPEndPoint address)
    {
        socket.Local = address;
        return Answer.Ok;
    }

    private Answer Listen(Socket socket, int backlog)
    {
        if (socket.Connection is not null)
        {
            return Errno.EINVAL;
        }

        var local = socket.Local ?? new IPEndPoint(surroundings.Local, _nextPort++);
        socket.Local = local;
        try
        {
            socket.Listener ??= Stack.ListenAsync(new ListenOptions
            {
                Port = (ushort)local.Port,
                Protocol = new SocketProtocol(socket),
                Connection = socket.Settle(Knobs.ToSettings()),
                FastOpenLimit = Knobs.FastOpenLimit(socket.FastOpenLimit, backlog),
            }).GetAwaiter().GetResult();
            return Answer.Ok;
        }
        catch (SocketException)
        {
            return Errno.EADDRINUSE;
        }
    }

    private Answer? Accept(Socket socket, Request request)
    {
        if (socket.Listener is null)
        {
            return Errno.EINVAL;
        }

        if (!socket.Established.TryDequeue(out var accepted))
        {
            return request.MayBlock ? null : Errno.EAGAIN;
        }

        accepted.Fd = (int)request.First;
        _sockets[accepted.Fd] = accepted;
        return new Answer(0, Octets: SocketAddresses.Write(accepted.Remote!, socket.IsV6));
    }

    private Answer? Connect(Socket socket, Request request)
    {
        if (socket.Connection is null)
        {
            Begin(socket, TupleOf(socket, SocketAddresses.Read(request.Octets)));
            return request.MayBlock ? null : Errno.EINPROGRESS;
        }

        return socket.End is not null ? socket.TakeError() is not Errno.None and var error ? error : Errno.ECONNABORTED
            : socket.IsOpened ? socket.WasToldOpened ? Errno.EISCONN : ToldOpened(socket)
            : request.MayBlock ? null : Errno.EALREADY;
    }

    private static Answer ToldOpened(Socket socket)
    {
        socket.WasToldOpened = true;
        return Answer.Ok;
    }

    /// <summary>
    /// The address and the text come in one piece, and the SYN may take text along. FreeBSD's call keeps the rest and returns at once; Linux's takes
    /// no more than the SYN does when it must not block, and otherwise waits until it is connected and the rest has found room.
    /// </summary>
    private Answer? SendTo(Socket socket, Request request)
    {
        var text = request.Octets[(int)request.First..];
        var (mayBlock, isFreeBsd) = (request.MayBlock && (request.Second & MessageDontWait) == 0, surroundings.Dialect == Dialect.FreeBsd);
        if (socket.Connection is not null)
        {
            return Write(socket, request with { Octets = text, MayBlock = mayBlock });
        }

        if (SocketAddresses.IsUnspecified(request.Octets))
        {
            return Errno.EOPNOTSUPP;
        }

        var tuple = TupleOf(socket, SocketAddresses.Read(request.Octets.AsSpan(0, (int)request.First)));
        var room = isFreeBsd ? text.Length : RoomOnSyn(tuple);
        socket.Written = Math.Min(text.Length, room);
        Begin(socket, tuple, text.AsMemory(0, socket.Written));
        if (mayBlock && !isFreeBsd)
        {
            return null;
        }

        var taken = socket.Written;
        socket.Written = 0;
        return taken > 0 || isFreeBsd ? new Answer(taken) : Errno.EINPROGRESS;
    }

    private int RoomOnSyn(FourTuple tuple)
    {
        Knobs.NeedsCookie();
        var router = Stack.Routers[0];
        return router.FastOpenPeers.For(in tuple, router.Shard.Now)?.RoomOnSyn((ushort)surroundings.Mtu, tuple.Local.IsV4) ?? 0;
    }

    private FourTuple TupleOf(Socket socket, IPEndPoint remote)
    {
        socket.Local ??= new IPEndPoint(surroundings.Local, _nextPort++);
        socket.Remote = remote;
        return new FourTuple(IpAddr.From(socket.Local.Address), (ushort)socket.Local.Port, IpAddr.From(remote.Address), (ushort)remote.Port);
    }

    private void Begin(Socket socket, FourTuple tuple, ReadOnlyMemory<byte>? fastOpen = null)
    {
        var open = new OpenRequest(tuple, socket.Settle(Knobs.ToSettings()), new SocketProtocol(socket), () => socket.Over(ConnectionEnd.Failed), fastOpen);
        ActorRef<OpenRequest>.To(Stack.Routers[0]).Tell(open);
        Settle();
    }

    private Answer? Read(Socket socket, Request request)
    {
        if (socket.Connection is null)
        {
            return Errno.ENOTCONN;
        }

        var text = Take(socket, (int)request.First, isPeek: (request.Second & MessagePeek) != 0);
        if (text.Length > 0 || request.First == 0)
        {
            return new Answer(text.Length, Octets: text);
        }

        return socket.TakeError() is not Errno.None and var error ? error
            : socket.HasPeerClosed || socket.IsReadShut || socket.End is not null ? Answer.Ok
            : request.MayBlock ? null : Errno.EAGAIN;
    }

    private byte[] Take(Socket socket, int length, bool isPeek)
    {
        socket.Wanted = new Want(length, isPeek);
        if (socket.Connection is { } connection)
        {
            connection.Notify();   // the text that was left in the stack is offered again
            Settle();
        }

        var text = socket.Wanted.Text;
        socket.Wanted = null;
        return [.. text];
    }

    private Answer? Write(Socket socket, Request request)
    {
        if (socket.TakeError() is not Errno.None and var error)
        {
            return error;
        }

        if (socket.Connection is null || socket.End is not null || socket.IsSendShut)
        {
            return socket.Connection is null && surroundings.Dialect == Dialect.FreeBsd ? Errno.ENOTCONN : Errno.EPIPE;
        }

        if (!socket.IsOpened)
        {
            return request.MayBlock ? null : surroundings.Dialect == Dialect.FreeBsd ? Errno.ENOTCONN : Errno.EAGAIN;
        }

        var taken = 0;
        Tell(socket, connection => taken = connection.Send(request.Octets.AsSpan(socket.Written)));
        socket.Written += taken;
        if (request.MayBlock && socket.Written < request.Octets.Length)
        {
            return null;
        }

        (taken, socket.Written) = (socket.Written, 0);
        return taken > 0 || request.Octets.Length == 0 ? new Answer(taken) : Errno.EAGAIN;
    }

    private Answer Shutdown(Socket socket, long how)
    {
        if (socket.Connection is null || socket.End is not null)
        {
            return Errno.ENOTCONN;
        }

        socket.IsReadShut |= how is 0 or 2;
        if (how is 1 or 2)
        {
            socket.IsSendShut = true;
            Tell(socket, static connection => connection.CloseSend());
        }

        return Answer.Ok;
    }

    private Answer Close(Socket socket)
    {
        _sockets.Remove(socket.Fd);
        socket.Fd = Socket.NoFd;
        if (socket.Listener is { } listener)
        {
            listener.CloseAsync().GetAwaiter().GetResult();
            foreach (var waiting in socket.Established)
            {
                Tell(waiting, static connection => connection.Abort());
            }
        }

        Tell(socket, connection =>
        {
            if (socket.IsAbortedByClose)
            {
                connection.Abort();
            }
            else
            {
                connection.Close();
            }
        });
        return Answer.Ok;
    }

    private Answer? Poll(Request request)
    {
        var polled = PollSet.From(request.Octets);
        var ready = polled.Mark(_sockets);
        return ready > 0 || request.First == 0 ? new Answer(ready, Octets: polled.Octets) : null;
    }
}
