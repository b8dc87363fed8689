using System.Text;

namespace ActorTcp.Cli;

/// <summary>Standard error where it is the journal of systemd: each line gets the priority that its first word stands for, as sd-daemon(3) has it.</summary>
internal sealed class JournalWriter(TextWriter journal) : TextWriter
{
    private const char Informational = '6';

    private static readonly (string Word, char Priority)[] Words = [("error:", '3'), ("failed:", '3'), ("warning:", '4'), ("note:", '5')];

    private readonly StringBuilder _line = new();

    public override Encoding Encoding => journal.Encoding;

    /// <param name="variable">Looks an environment variable up.</param>
    /// <param name="standardError">What /proc/self/fd/2 refers to.</param>
    public static bool IsWhere(Func<string, string?> variable, string? standardError) =>
        variable("JOURNAL_STREAM")?.Split(':') is [_, var inode] && standardError == $"socket:[{inode}]";

    public override void Write(char value)
    {
        if (value != '\n')
        {
            _line.Append(value);
            return;
        }

        var text = _line.ToString();
        _line.Clear();
        journal.Write($"<{PriorityOf(text)}>{text}\n");
    }

    private static char PriorityOf(string text) =>
        Words.FirstOrDefault(each => text.StartsWith(each.Word, StringComparison.Ordinal)) is { Word: not null } found ? found.Priority : Informational;
}
