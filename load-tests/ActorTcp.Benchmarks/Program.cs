using ActorTcp.Benchmarks;
using BenchmarkDotNet.Running;

// The first argument may name a program of our own; all else is for BenchmarkDotNet, such as `--filter *Tell*`.
switch (args)
{
    case ["idle-actors", .. string[] rest]: IdleActors.Run(rest); break;
    case ["idle-connections", .. string[] rest]: IdleConnections.Run(rest); break;
    case ["scale", .. string[] rest]: ScaleRun.Run(rest); break;
    default: BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args); break;
}
