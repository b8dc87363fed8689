using System.Net;

namespace ActorTcp.Cli;

/// <summary>Where the daemon's web page is, and who may see it.</summary>
internal sealed record PageOptions
{
    private static readonly IPEndPoint Usual = new(IPAddress.Loopback, 7070);

    /// <summary>An address of the kernel, not of the stack; null for no page.</summary>
    public required IPEndPoint? EndPoint { get; init; }

    /// <summary>Whether somebody has asked for it: without it there is nothing to serve then.</summary>
    public required bool IsWanted { get; init; }

    /// <summary>Null lets everyone in who reaches the address, which is then one of this machine alone.</summary>
    public required PageToken? Token { get; init; }

    /// <summary>Where the reports of the laboratory are; null for those of this process only.</summary>
    public string? ReportFolder { get; init; }

    public bool IsLoopback => EndPoint is { Address: var address } && IPAddress.IsLoopback(address);

    /// <exception cref="BadInputException">A value cannot be, or does not go with another.</exception>
    public static PageOptions From(SettingLayers layers)
    {
        var options = new PageOptions
        {
            EndPoint = layers.One(ServeSettings.Page, EndPointOrNone, Usual),
            IsWanted = layers.One(ServeSettings.Page, _ => true, false),
            Token = layers.One<PageToken?>(ServeSettings.PageTokenFile, path => new PageToken(KeyFile.Read(path)), null),
            ReportFolder = layers.One<string?>(ServeSettings.PageReports, FolderThatExists, null),
        };
        return options is { EndPoint: not null, IsLoopback: false, Token: null }
            ? throw new BadInputException($"--page {options.EndPoint}: others than this machine can reach it, so it needs a secret that lets them in: --page-token-file FILE.")
            : options;
    }

    private static string FolderThatExists(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : throw new FormatException("Valid: a folder that exists.");

    private static IPEndPoint? EndPointOrNone(string text) => text is "none" ? null
        : text.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(text, out var endpoint) && IsWritten(endpoint, text) ? endpoint
        : throw new FormatException("Valid: ADDRESS:PORT such as 127.0.0.1:7070 or [::1]:7070, or none.");

    /// <summary>IPEndPoint takes an address without a port, too, and means port 0.</summary>
    private static bool IsWritten(IPEndPoint endpoint, string text) => text.EndsWith($":{endpoint.Port}", StringComparison.Ordinal) && (text[0] == '[' || text.Count(':') == 1);
}
