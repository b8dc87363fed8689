using ActorTcp.Cli;

return await new ActorTcpCommand().RunAsync(args);
