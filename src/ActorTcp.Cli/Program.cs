using ActorTcp.Cli;
using ActorTcp.Lab;

if (args is [LoadHelper.Mark])
{
    LoadHelper.Serve(Console.In, Console.Out, TimeProvider.System);
    return ExitCode.Success;
}

if (JournalWriter.IsWhere(Environment.GetEnvironmentVariable, File.ResolveLinkTarget("/proc/self/fd/2", returnFinalTarget: false)?.Name))
{
    Console.SetError(new JournalWriter(Console.Error));
}

return await new ActorTcpCommand().RunAsync(args);
