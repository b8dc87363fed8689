using System.Runtime.InteropServices;
using System.Text;

namespace ActorTcp.Linux;

/// <summary>net/if.h: an interface by name, and the one property that an ioctl is about.</summary>
[StructLayout(LayoutKind.Explicit, Size = 40)]
internal unsafe struct ifreq
{
    [FieldOffset(0)] public fixed byte ifr_name[IfTun.IFNAMSIZ];
    [FieldOffset(16)] public short ifr_flags;

    public ifreq(string name, int flags)
    {
        fixed (byte* start = ifr_name)
        {
            Encoding.UTF8.GetBytes(name, new Span<byte>(start, IfTun.IFNAMSIZ - 1));
        }

        ifr_flags = unchecked((short)flags);
    }

    public readonly string Name
    {
        get
        {
            fixed (byte* start = ifr_name)
            {
                return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(start));
            }
        }
    }
}
