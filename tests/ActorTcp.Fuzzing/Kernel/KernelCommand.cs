using System.CommandLine;
using System.Diagnostics;
using ActorTcp.Testing;

namespace ActorTcp.Fuzzing;

/// <summary><c>tests/fuzz kernel</c>: this stack beside Linux's.</summary>
internal sealed class KernelCommand : Command
{
    private static readonly Option<int> Sequences = RunOptions.Count("sequences", 100_000);
    private static readonly Option<int> Failures = RunOptions.Count("failures", 1);

    public KernelCommand()
        : base("kernel", "The same sequences of segments and calls to this stack and to the Linux kernel behind a TUN; answers are compared.")
    {
        Add(RunOptions.Seed);
        Add(Sequences);
        Add(Failures);
        SetAction(Run);
    }

    private static int Run(ParseResult parsed)
    {
        if (TestNamespace.Obstacle is { } obstacle)
        {
            Console.Error.WriteLine(obstacle);
            return 2;
        }

        var (began, failures) = (Stopwatch.GetTimestamp(), 0);
        KernelSubject.Run(kernel =>
        {
            using var ours = new StackSubject();
            var examination = new KernelExamination(ours, kernel);
            var generator = new SequenceGenerator(parsed.GetValue(RunOptions.Seed));
            while (examination.Sequences < parsed.GetValue(Sequences) && failures < parsed.GetValue(Failures))
            {
                if (examination.Examine(generator.Next()) is { } script)
                {
                    failures++;
                    Console.WriteLine($"sequence {examination.Sequences}, unexplained:\n{script}");
                }
            }

            foreach (var (accepted, count) in examination.Accepted.OrderByDescending(static entry => entry.Value))
            {
                Console.WriteLine(FormattableString.Invariant($"{count,9:#,0} × {accepted.Pattern} ({accepted.Section})"));
            }

            Console.WriteLine(FormattableString.Invariant(
                $"{examination.Sequences:#,0} sequences in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {failures} unexplained, {examination.Flukes} not confirmed; states: {string.Join(' ', examination.Visited.Order())}"));
        });
        return failures == 0 ? 0 : 1;
    }
}
