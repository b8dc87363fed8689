using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ActorTcp.Stack;

/// <summary>Version 2 of the PROXY protocol (HAProxy's doc/proxy-protocol.txt §2.2): the client's address and the one it asked for, in front of the text.</summary>
internal static class ProxyHeader
{
    private const byte Version2Proxy = 0x21;
    private const byte TcpOverIPv4 = 0x11;
    private const byte TcpOverIPv6 = 0x21;

    private static ReadOnlySpan<byte> Signature => "\r\n\r\n\0\r\nQUIT\n"u8;

    public static byte[] For(IPEndPoint client, IPEndPoint asked)
    {
        var isV4 = client.AddressFamily == AddressFamily.InterNetwork;
        var size = isV4 ? 4 : 16;
        var header = new byte[16 + (2 * size) + 4];
        Signature.CopyTo(header);
        header[12] = Version2Proxy;
        header[13] = isV4 ? TcpOverIPv4 : TcpOverIPv6;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(14), (ushort)(header.Length - 16));
        client.Address.TryWriteBytes(header.AsSpan(16, size), out _);
        asked.Address.TryWriteBytes(header.AsSpan(16 + size, size), out _);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(header.Length - 4), (ushort)client.Port);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(header.Length - 2), (ushort)asked.Port);
        return header;
    }
}
