using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ActorTcp.Reports;
using Microsoft.Extensions.Options;

namespace ActorTcp.Dashboard;

/// <summary>Reports to be read: those of this process, and those of a folder, each in a folder of its own there as <c>actortcp lab run</c> writes them.</summary>
internal sealed class ReportShelf(IOptions<ActorTcpPageOptions> options, TimeProvider time)
{
    private const int MostInMemory = 20;
    private const int MostInFolder = 200;
    private const long MostOctets = 64 << 20;
    private const string File = "report.json";

    private readonly ConcurrentDictionary<string, Report> _kept = new(StringComparer.Ordinal);
    private int _count;

    private DirectoryInfo? Folder => options.Value.ReportFolder is { } path ? new DirectoryInfo(path) : null;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<string> Names =>
        [.. _kept.Keys.OrderDescending(StringComparer.Ordinal).Concat(Stored().OrderByDescending(folder => folder.LastWriteTimeUtc).Take(MostInFolder).Select(folder => folder.Name)).Distinct(StringComparer.Ordinal)];

    /// <summary>Keeps a report, on the disk as well if there is a folder.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public string Keep(string experiment, Report report)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{Interlocked.Increment(ref _count)}-{experiment}");
        _kept[name] = report;
        foreach (var old in _kept.Keys.OrderDescending(StringComparer.Ordinal).Skip(MostInMemory))
        {
            _kept.TryRemove(old, out _);
        }

        if (Folder is { } folder)
        {
            ReportFiles.WriteAsync(report, Path.Combine(folder.FullName, name)).GetAwaiter().GetResult();
        }

        return name;
    }

    /// <returns>Null when there is none of this name, or what there is cannot be read as a report.</returns>
    public Report? Find(string name) => _kept.TryGetValue(name, out var kept) ? kept : Stored().FirstOrDefault(folder => folder.Name == name) is { } folder ? Read(folder) : null;

    private static Report? Read(DirectoryInfo folder)
    {
        try
        {
            using var file = System.IO.File.OpenRead(Path.Combine(folder.FullName, File));
            return ReportJson.Read(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Folders of plain names that hold a report. Nothing is reached through a link, so nothing outside the folder is read.</summary>
    private IEnumerable<DirectoryInfo> Stored()
    {
        try
        {
            return Folder is { Exists: true } folder ? [.. folder.EnumerateDirectories().Where(IsReport)] : [];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsReport(DirectoryInfo folder) =>
        char.IsAsciiLetterOrDigit(folder.Name[0]) && folder.Name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-') && folder.LinkTarget is null && new FileInfo(Path.Combine(folder.FullName, File)) is { Exists: true, LinkTarget: null, Length: <= MostOctets };
}
