using ActorTcp.Cli;
using ActorTcp.Lab;

if (args is [LoadHelper.Mark])
{
    LoadHelper.Serve(Console.In, Console.Out, TimeProvider.System);
    return ExitCode.Success;
}

return await new ActorTcpCommand().RunAsync(args);
