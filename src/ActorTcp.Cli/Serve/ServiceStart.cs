using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>What a service is started with.</summary>
/// <param name="Text">What the user wrote after the colon.</param>
/// <param name="Proxy">What is chosen for proxies; each has its own server.</param>
internal sealed record ServiceStart(TcpStack Stack, ushort Port, string Text, ProxySettings Proxy);
