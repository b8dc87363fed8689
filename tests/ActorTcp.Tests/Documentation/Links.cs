using ActorTcp.Tests.Architecture;

namespace ActorTcp.Tests.Documentation;

/// <summary>Nobody who follows a link within the repository ends at nothing.</summary>
public sealed class Links
{
    [Fact]
    public void Point_to_files_and_headings_that_are_there()
    {
        var dead = string.Join('\n', MarkdownPage.All.SelectMany(page => page.Links.Where(link => IsOurs(link) && !IsThere(page, link)).Select(link => $"{page.Name}: {link}")));
        Assert.True(dead.Length == 0, dead);
    }

    [Fact]
    public void Every_page_of_the_documentation_is_in_its_index()
    {
        var index = MarkdownPage.All.Single(page => page.Name == "docs/README.md").Links.ToHashSet(StringComparer.Ordinal);
        Assert.All(MarkdownPage.All.Where(page => Path.GetDirectoryName(page.Name) == "docs").Select(page => Path.GetFileName(page.Name)),
            name => Assert.True(name == "README.md" || index.Contains(name), name));
    }

    private static bool IsOurs(string link) => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal);

    private static bool IsThere(MarkdownPage page, string link)
    {
        var (path, anchor) = link.IndexOf('#') is >= 0 and var hash ? (link[..hash], link[(hash + 1)..]) : (link, "");
        var target = path.Length == 0 ? Path.Combine(Repository.Root, page.Name) : Path.GetFullPath(Path.Combine(page.Folder, Uri.UnescapeDataString(path)));
        return (File.Exists(target) || Directory.Exists(target))
            && (anchor.Length == 0 || MarkdownPage.All.Single(other => Path.Combine(Repository.Root, other.Name) == target).Anchors.Contains(anchor));
    }
}
