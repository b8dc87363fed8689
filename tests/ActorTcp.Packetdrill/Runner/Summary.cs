namespace ActorTcp.Packetdrill;

/// <summary>A table of the folders, and the last line.</summary>
internal static class Summary
{
    public static void Write(TextWriter to, IReadOnlyList<Verdict> verdicts)
    {
        var width = verdicts.Select(static verdict => verdict.Folder.Length).Append(6).Max();
        to.WriteLine();
        to.WriteLine($"{"folder".PadRight(width)}  {"passed",7} {"failed",7} {"n.a.",7}   passed of the applicable");
        foreach (var folder in verdicts.GroupBy(static verdict => verdict.Folder))
        {
            var (passed, failed, other) = (Count(folder, Outcome.Passed), Count(folder, Outcome.Failed), Count(folder, Outcome.NotApplicable));
            var share = passed + failed == 0 ? "–" : $"{100.0 * passed / (passed + failed):0.0} %";
            to.WriteLine($"{folder.Key.PadRight(width)}  {passed,7} {failed,7} {other,7}   {share}");
        }

        to.WriteLine();
        foreach (var reason in verdicts.Where(static verdict => verdict.Outcome == Outcome.NotApplicable).CountBy(static verdict => verdict.Reason.Split('\n')[0]).OrderByDescending(static reason => reason.Value))
        {
            to.WriteLine($"{reason.Value,5}  not applicable: {reason.Key}");
        }

        to.WriteLine($"{Count(verdicts, Outcome.Passed)} passed, {Count(verdicts, Outcome.Failed)} failed, {Count(verdicts, Outcome.NotApplicable)} not applicable");
    }

    private static int Count(IEnumerable<Verdict> verdicts, Outcome outcome) => verdicts.Count(verdict => verdict.Outcome == outcome);
}
