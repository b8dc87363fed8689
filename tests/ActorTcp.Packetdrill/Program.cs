using ActorTcp.Packetdrill;

// packetdrill SUITE-DIR [PART-OF-A-PATH]: runs the scripts of a suite against the stack.
if (args is not [var folder, ..] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: tests/packetdrill SUITE-DIR [PART-OF-A-PATH]");
    return 2;
}

if (Toolchain.Obstacle is { } obstacle)
{
    Console.Error.WriteLine(obstacle);
    return 2;
}

using var tools = new Toolchain();
var verdicts = new Suite(folder, args.ElementAtOrDefault(1)).Run(tools, static verdict =>
{
    if (verdict.Outcome != Outcome.Passed)
    {
        Console.WriteLine($"{(verdict.Outcome == Outcome.Failed ? "FAILED" : "n.a.  ")} {verdict.Script}: {verdict.Reason}");
    }
});
Summary.Write(Console.Out, verdicts);
return verdicts.Any(static verdict => verdict.Outcome == Outcome.Failed) ? 1 : 0;
