using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>The services that there are.</summary>
internal static class ServiceCatalog
{
    /// <summary>What is served when the user names nothing: the ports of the RFCs.</summary>
    public static readonly IReadOnlyList<string> Defaults = ["7=echo", "9=discard", "13=daytime", "19=chargen", "80=http"];

    private static readonly ServiceKind[] All =
    [
        new("echo", TakesText: false, (_, _) => new Echo()),
        new("discard", TakesText: false, (_, _) => new Discard()),
        new("daytime", TakesText: false, (stack, _) => new Daytime(stack.Options.Time)),
        new("chargen", TakesText: false, (_, _) => new Chargen()),
        new("http", TakesText: false, (stack, _) => new Http(stack), Nagle: false),
        new("close", TakesText: false, (_, _) => new Close()),
        new("hello", TakesText: true, (_, text) => new Hello(text)),
    ];

    public static string Names { get; } = string.Join(", ", All.Select(kind => kind.TakesText ? $"{kind.Name}:TEXT" : kind.Name));

    public static ServiceKind? Find(string name) => Array.Find(All, kind => kind.Name == name);
}
