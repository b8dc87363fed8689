using System.Globalization;
using System.Text;

namespace ActorTcp.Testing;

/// <summary>What has happened in a script, a line each, as packetdrill would write it.</summary>
internal sealed class ScriptLog
{
    private readonly StringBuilder _lines = new();

    public void Add(TimeSpan now, string line) => _lines.AppendLine(CultureInfo.InvariantCulture, $"   {now.TotalSeconds,9:0.000}  {line}");

    /// <param name="expected">The line that failed.</param>
    /// <param name="found">What stands in its place.</param>
    public ScriptFailure Fail(TimeSpan now, string expected, string found)
    {
        _lines.AppendLine(CultureInfo.InvariantCulture, $" → {now.TotalSeconds,9:0.000}  {expected}");
        _lines.AppendLine(CultureInfo.InvariantCulture, $"                found: {found}");
        return new ScriptFailure($"The script was not followed:{Environment.NewLine}{_lines}");
    }
}
