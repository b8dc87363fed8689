using System.Globalization;

namespace ActorTcp.Linux;

/// <summary>capabilities(7): what the calling thread may do.</summary>
internal static class Capabilities
{
    private const int CAP_NET_ADMIN = 12;

    /// <summary>Whether network devices and routes may be changed.</summary>
    public static bool HasNetAdmin() => (Effective() >> CAP_NET_ADMIN & 1) != 0;

    private static ulong Effective()
    {
        const string Label = "CapEff:";
        var line = File.ReadLines("/proc/thread-self/status").First(line => line.StartsWith(Label, StringComparison.Ordinal));
        return ulong.Parse(line.AsSpan(Label.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
