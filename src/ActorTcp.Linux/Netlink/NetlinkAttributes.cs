using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ActorTcp.Linux;

/// <summary>The attributes of a netlink message, found by type.</summary>
internal readonly ref struct NetlinkAttributes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The value of the first attribute of a type; empty when there is none.</summary>
    public ReadOnlySpan<byte> this[ushort type]
    {
        get
        {
            for (var rest = _bytes; rest.Length >= Unsafe.SizeOf<rtattr>();)
            {
                var attribute = MemoryMarshal.Read<rtattr>(rest);
                if (attribute.rta_len < Unsafe.SizeOf<rtattr>() || attribute.rta_len > rest.Length)
                {
                    break;
                }

                if ((attribute.rta_type & Rtnetlink.NLA_TYPE_MASK) == type)
                {
                    return rest[Unsafe.SizeOf<rtattr>()..attribute.rta_len];
                }

                rest = rest[Math.Min((attribute.rta_len + 3) & ~3, rest.Length)..];
            }

            return default;
        }
    }

    public NetlinkAttributes Nested(ushort type) => new(this[type]);

    public int? Int32(ushort type) => this[type] is { Length: >= sizeof(int) } value ? MemoryMarshal.Read<int>(value) : null;

    public byte? Byte(ushort type) => this[type] is { Length: >= 1 } value ? value[0] : null;

    public string? Text(ushort type) => this[type] is { Length: > 0 } value ? Encoding.UTF8.GetString(value.TrimEnd((byte)0)) : null;
}
