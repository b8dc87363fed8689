using System.Text.RegularExpressions;

namespace ActorTcp.Packetdrill;

/// <summary>Scripts that ask for one kernel's own way where the RFCs leave another, or ask for another: why each is not this stack's.</summary>
internal static class Deviations
{
    private static readonly (Regex Scripts, string Reason)[] Known =
    [
    ];

    public static string? Of(string path)
    {
        foreach (var (scripts, reason) in Known)
        {
            if (scripts.IsMatch(path))
            {
                return reason;
            }
        }

        return null;
    }
}
