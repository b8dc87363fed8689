namespace ActorTcp.Lab;

/// <summary>Whether the kernel passes packets on from our TUN device to where the target is.</summary>
internal static class Forwarding
{
    private static string PathFor(bool isV4) => isV4 ? "/proc/sys/net/ipv4/conf/all/forwarding" : "/proc/sys/net/ipv6/conf/all/forwarding";

    public static bool IsOn(bool isV4) => File.Exists(PathFor(isV4)) && File.ReadAllText(PathFor(isV4)).Trim() == "1";

    /// <returns>Whether it is on now.</returns>
    public static bool TryTurnOn(bool isV4)
    {
        try
        {
            File.WriteAllText(PathFor(isV4), "1");
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
