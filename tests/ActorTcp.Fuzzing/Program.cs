using System.CommandLine;
using ActorTcp.Fuzzing;

return new RootCommand("Long random runs against the stack. Each repeats itself from its seed; the tests run a short form of the same.")
{
    new PacketsCommand(),
    new HandshakesCommand(),
    new KernelCommand(),
}.Parse(args).Invoke();
