using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>The services that there are.</summary>
internal static class ServiceCatalog
{
    /// <summary>What is served when the user names nothing: the ports of the RFCs.</summary>
    public static readonly IReadOnlyList<string> Defaults = ["7=echo", "9=discard", "13=daytime", "19=chargen", "80=http"];

    private static readonly ServiceKind[] All =
    [
        ServiceKind.Inline("echo", _ => new Echo()),
        ServiceKind.Inline("discard", _ => new Discard()),
        ServiceKind.Inline("daytime", start => new Daytime(start.Stack.Options.Time)),
        ServiceKind.Inline("chargen", _ => new Chargen()),
        ServiceKind.Inline("http", start => new Http(start.Stack), nagle: false),
        ServiceKind.Inline("close", _ => new Close()),
        ServiceKind.Inline("hello", start => new Hello(start.Text), "TEXT"),
        new("proxy", "HOST[:PORT]", start => new Proxy(start.Stack, start.Proxy.To(start.Text)).On(start.Port)),
    ];

    public static string Names { get; } = string.Join(", ", All.Select(kind => kind.ToString()));

    public static ServiceKind? Find(string name) => Array.Find(All, kind => kind.Name == name);
}
