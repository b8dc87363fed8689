using System.Globalization;

namespace ActorTcp.Lab;

/// <summary>sysctl(8): settings of the calling thread's network namespace.</summary>
internal static class Sysctl
{
    /// <param name="name">Such as net/ipv4/ip_forward.</param>
    /// <param name="mayBeMissing">Whether a kernel that does not have it already does what is wanted.</param>
    /// <exception cref="LabException">The kernel refuses.</exception>
    public static void Write(string name, int value, bool mayBeMissing = false)
    {
        try
        {
            File.WriteAllText($"/proc/sys/{name}", value.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            if (!mayBeMissing || refused is not (FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException))
            {
                throw new LabException($"cannot set {name} to {value}: {refused.Message}");
            }
        }
    }
}
