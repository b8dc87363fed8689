using System.Buffers.Binary;

namespace ActorTcp.Packetdrill;

/// <summary>The array of struct pollfd that poll() is given.</summary>
internal sealed record PollSet(byte[] Octets)
{
    private const int EntryLength = 8;

    [Flags]
    private enum Events : short
    {
        None = 0,
        In = 1,
        Out = 4,
        Error = 8,
        HangUp = 16,
        Invalid = 32,
        PeerHangUp = 0x2000,
    }

    public static PollSet From(byte[] octets) => new([.. octets]);

    /// <summary>Writes into each entry what is ready.</summary>
    /// <returns>How many entries something is ready of.</returns>
    public int Mark(IReadOnlyDictionary<int, Socket> sockets)
    {
        var ready = 0;
        for (var at = 0; at < Octets.Length; at += EntryLength)
        {
            var entry = Octets.AsSpan(at, EntryLength);
            var asked = (Events)BinaryPrimitives.ReadInt16LittleEndian(entry[4..]);
            var events = sockets.TryGetValue(BinaryPrimitives.ReadInt32LittleEndian(entry), out var socket)
                ? Of(socket) & (asked | Events.Error | Events.HangUp)
                : Events.Invalid;
            BinaryPrimitives.WriteInt16LittleEndian(entry[6..], (short)events);
            ready += events == Events.None ? 0 : 1;
        }

        return ready;
    }

    private static Events Of(Socket socket)
    {
        if (socket.Listener is not null)
        {
            return socket.Established.Count > 0 ? Events.In : Events.None;
        }

        if (socket.Connection is not { } connection)
        {
            return Events.Out | Events.HangUp;
        }

        var isOver = socket.End is not null;
        var isPeerDone = socket.HasPeerClosed || connection.PeerHasClosed || isOver;
        return (connection.Actor.Unread > 0 || isPeerDone || socket.IsReadShut ? Events.In : Events.None)
            | ((socket.IsOpened && connection.SendRoom > 0) || isOver ? Events.Out : Events.None)
            | (isPeerDone || socket.IsReadShut ? Events.PeerHangUp : Events.None)
            | (isOver || (isPeerDone && socket.IsSendShut) ? Events.HangUp : Events.None)
            | (socket.HasError ? Events.Error : Events.None);
    }
}
