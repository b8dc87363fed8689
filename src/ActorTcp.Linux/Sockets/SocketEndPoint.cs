using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using ActorTcp.Wire;

namespace ActorTcp.Linux;

/// <summary>An address and a port as bind(2) and connect(2) take them.</summary>
internal unsafe struct SocketEndPoint
{
    private sockaddr_in6 _storage;

    public SocketEndPoint(IpAddr address, ushort port)
    {
        IsV4 = address.IsV4;
        if (IsV4)
        {
            Unsafe.As<sockaddr_in6, sockaddr_in>(ref _storage) = new sockaddr_in
            {
                sin_family = Sys.AF_INET,
                sin_port = BinaryPrimitives.ReverseEndianness(port),
                sin_addr = BinaryPrimitives.ReverseEndianness(address.V4),
            };
        }
        else
        {
            _storage.sin6_family = Sys.AF_INET6;
            _storage.sin6_port = BinaryPrimitives.ReverseEndianness(port);
            fixed (byte* octets = _storage.sin6_addr)
            {
                address.WriteV6(new Span<byte>(octets, 16));
            }
        }
    }

    public bool IsV4 { get; }

    public readonly uint Length => (uint)(IsV4 ? sizeof(sockaddr_in) : sizeof(sockaddr_in6));
}
