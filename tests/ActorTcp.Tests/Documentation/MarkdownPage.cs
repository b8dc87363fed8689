using System.Text;
using System.Text.RegularExpressions;
using ActorTcp.Tests.Architecture;

namespace ActorTcp.Tests.Documentation;

/// <summary>A page of Markdown in the repository: where it points to, where one can point to in it, and the blocks of code that it shows.</summary>
/// <param name="Name">Its path from the root of the repository.</param>
internal sealed partial record MarkdownPage(string Name, string Text)
{
    /// <summary>Elsewhere lie reports that somebody has made.</summary>
    private static readonly string[] Folders = ["deploy", "docs", "load-tests", "src", "tests"];

    public static IReadOnlyList<MarkdownPage> All { get; } = [.. Files().Select(Read)];

    public string Folder => Path.GetDirectoryName(Path.Combine(Repository.Root, Name))!;

    /// <summary>The targets of links and pictures, code left out.</summary>
    public IEnumerable<string> Links => Link().Matches(WithoutCode()).Select(match => match.Groups["to"].Value);

    /// <summary>What GitHub makes of the headings; of the second of the same name with -1 behind it.</summary>
    public IReadOnlySet<string> Anchors
    {
        get
        {
            var anchors = new HashSet<string>(StringComparer.Ordinal);
            foreach (var slug in Heading().Matches(WithoutBlocks()).Select(match => Slug(match.Groups["words"].Value)))
            {
                var number = 0;
                while (!anchors.Add(number == 0 ? slug : $"{slug}-{number}"))
                {
                    number++;
                }
            }

            return anchors;
        }
    }

    public IEnumerable<CodeBlock> Blocks(params IReadOnlyList<string> languages) => Block().Matches(Text)
        .Where(match => languages.Contains(match.Groups["language"].Value))
        .Select(match => new CodeBlock(Name, 1 + Text.AsSpan(0, match.Groups["code"].Index).Count('\n'), match.Groups["code"].Value));

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories)))
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj"));

    private static MarkdownPage Read(string name) => new(name, File.ReadAllText(Path.Combine(Repository.Root, name)));

    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var sign in MarkOfLink().Replace(heading, "${words}").ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_'))
        {
            slug.Append(sign == ' ' ? '-' : sign);
        }

        return slug.ToString();
    }

    private string WithoutBlocks() => Block().Replace(Text, "");

    private string WithoutCode() => InlineCode().Replace(WithoutBlocks(), "");

    [GeneratedRegex(@"^```(?<language>[a-z]*)[^\n]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Block();

    [GeneratedRegex("`[^`\n]+`", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<words>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MarkOfLink();
}
