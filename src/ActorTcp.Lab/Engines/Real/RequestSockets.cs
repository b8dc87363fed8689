using System.Globalization;

namespace ActorTcp.Lab;

/// <summary>What the kernel keeps of half-open connections over IPv4: slabinfo(5), of the whole machine.</summary>
internal static class RequestSockets
{
    private const string File = "/proc/slabinfo";
    private const string Cache = "request_sock_TCP ";

    /// <returns>Null where the kernel does not tell.</returns>
    public static long? Octets()
    {
        try
        {
            return System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith(Cache, StringComparison.Ordinal)) is { } line
                && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var active, _, var size, ..]
                ? long.Parse(active, CultureInfo.InvariantCulture) * long.Parse(size, CultureInfo.InvariantCulture)
                : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
