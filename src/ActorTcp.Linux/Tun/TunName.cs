using System.Text;

namespace ActorTcp.Linux;

internal static class TunName
{
    /// <summary>Whether the kernel would take it as the name, or the pattern for the name, of a new interface.</summary>
    public static bool IsValid(string name) =>
        name is not ("" or "." or "..")
        && Encoding.UTF8.GetByteCount(name) < IfTun.IFNAMSIZ
        && !name.Any(c => c is '/' or ':' or '\0' || char.IsWhiteSpace(c))
        && !name.Replace("%d", "", StringComparison.Ordinal).Contains('%', StringComparison.Ordinal)
        && name.Split("%d").Length <= 2;
}
