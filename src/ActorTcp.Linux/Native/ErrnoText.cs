using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

internal static class ErrnoText
{
    /// <summary>The C library's sentence for an error, such as "Device or resource busy".</summary>
    public static string Text(this Errno errno) => Marshal.GetPInvokeErrorMessage((int)errno);
}
