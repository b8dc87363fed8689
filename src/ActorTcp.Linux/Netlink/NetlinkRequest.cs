using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ActorTcp.Linux;

/// <summary>A netlink message in the making: header, body, attributes, each padded to four octets.</summary>
internal sealed class NetlinkRequest
{
    private readonly byte[] _bytes = new byte[512];
    private int _length;

    public NetlinkRequest(ushort type, int flags) =>
        Body(new nlmsghdr { nlmsg_type = type, nlmsg_flags = (ushort)(flags | Rtnetlink.NLM_F_REQUEST) });

    public NetlinkRequest Body<T>(in T value) where T : unmanaged
    {
        MemoryMarshal.Write(_bytes.AsSpan(_length), in value);
        _length += Padded(Unsafe.SizeOf<T>());
        return this;
    }

    public NetlinkRequest Attribute(int type, ReadOnlySpan<byte> value)
    {
        var length = Unsafe.SizeOf<rtattr>() + value.Length;
        Body(new rtattr { rta_len = (ushort)length, rta_type = (ushort)type });
        value.CopyTo(_bytes.AsSpan(_length));
        _length += Padded(value.Length);
        return this;
    }

    public NetlinkRequest Attribute(int type, int value) => Attribute(type, MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));

    public NetlinkRequest Attribute(int type, string value) => Attribute(type, Encoding.UTF8.GetBytes(value + '\0'));

    public NetlinkRequest Attribute(int type, IPAddress value) => Attribute(type, value.GetAddressBytes());

    /// <summary>An attribute whose value is the attributes that <paramref name="inner"/> appends.</summary>
    public NetlinkRequest Nested(int type, Action<NetlinkRequest> inner)
    {
        var start = _length;
        Body(default(rtattr));
        inner(this);
        MemoryMarshal.Write(_bytes.AsSpan(start), new rtattr { rta_len = (ushort)(_length - start), rta_type = (ushort)type });
        return this;
    }

    /// <summary>The message as it is sent, its length and number filled in.</summary>
    public Span<byte> Finish(uint seq)
    {
        ref var header = ref MemoryMarshal.AsRef<nlmsghdr>(_bytes.AsSpan());
        header.nlmsg_len = (uint)_length;
        header.nlmsg_seq = seq;
        return _bytes.AsSpan(0, _length);
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
