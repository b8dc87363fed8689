using System.Net;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>A SYN to the server of the demonstrations in the name of somebody who has not sent it.</summary>
internal static class ForgedSyn
{
    public static byte[] From(IPEndPoint source)
    {
        var tuple = new FourTuple(IpAddr.From(source.Address), (ushort)source.Port, IpAddr.From(Sockets.Server.Address), (ushort)Sockets.Server.Port);
        var syn = new Segment { Seq = new SeqNum((uint)source.Port * 1_000_000), Control = ControlBits.Syn, Wnd = 65535 };
        var packet = new byte[SegmentWriter.HeaderLength(v4: true, default)];
        SegmentWriter.Write(packet, in tuple, PathAttributes.Default, in syn);
        return packet;
    }
}
