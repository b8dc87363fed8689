using System.Reflection;
using System.Xml.Linq;

namespace ActorTcp.Tests.Architecture;

/// <summary>Wire ← Protocol ← Stack → Actors; Linux → Stack; the rest above. Nothing points back.</summary>
public sealed class Arrows
{
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["ActorTcp.Wire"] = [],
        ["ActorTcp.Protocol"] = ["ActorTcp.Wire"],
        ["ActorTcp.Actors"] = [],
        ["ActorTcp.Stack"] = ["ActorTcp.Wire", "ActorTcp.Protocol", "ActorTcp.Actors"],
        ["ActorTcp.Linux"] = ["ActorTcp.Wire", "ActorTcp.Protocol", "ActorTcp.Actors", "ActorTcp.Stack"],
        ["ActorTcp.Control"] = ["ActorTcp.Wire", "ActorTcp.Protocol", "ActorTcp.Actors", "ActorTcp.Stack"],
        ["ActorTcp.Hosting"] = ["ActorTcp.Wire", "ActorTcp.Protocol", "ActorTcp.Actors", "ActorTcp.Stack", "ActorTcp.Linux"],
        ["ActorTcp.Reports"] = [],
        ["ActorTcp.Dashboard"] = ["ActorTcp.Wire", "ActorTcp.Protocol", "ActorTcp.Actors", "ActorTcp.Stack", "ActorTcp.Lab", "ActorTcp.Reports"],
        ["ActorTcp.Lab"] = ["ActorTcp.Wire", "ActorTcp.Protocol", "ActorTcp.Actors", "ActorTcp.Stack", "ActorTcp.Linux", "ActorTcp.Reports"],
    };

    /// <summary>What runs for every packet stands on the runtime alone.</summary>
    private static readonly string[] WithoutPackages = ["ActorTcp.Wire", "ActorTcp.Protocol", "ActorTcp.Actors", "ActorTcp.Stack", "ActorTcp.Linux"];

    public static TheoryData<string> Lower => [.. MayKnow.Keys];

    [Theory, MemberData(nameof(Lower))]
    public void The_project_file_points_down_only(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(each => Path.GetFileNameWithoutExtension(each.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(references.Except(MayKnow[project]));
        if (WithoutPackages.Contains(project))
        {
            Assert.Empty(file.Descendants("PackageReference").Concat(file.Descendants("FrameworkReference")));
        }
    }

    [Theory, MemberData(nameof(Lower))]
    public void The_assembly_refers_down_only(string project)
    {
        var references = Assembly.Load(project).GetReferencedAssemblies().Select(each => each.Name!);
        Assert.Empty(references.Where(name => name.StartsWith("ActorTcp", StringComparison.Ordinal)).Except(MayKnow[project]));
    }

    [Fact]
    public void Unsafe_code_is_allowed_in_Linux_only()
    {
        var allowed = Repository.Projects("src").Where(file => XDocument.Load(file).Descendants("AllowUnsafeBlocks").Any(each => each.Value == "true"));
        Assert.Equal(["ActorTcp.Linux"], allowed.Select(file => Path.GetFileNameWithoutExtension(file)));
    }

    [Fact]
    public void No_file_is_longer_than_four_hundred_lines()
    {
        var files = Repository.Sources("src").Select(file => (Name: Path.GetRelativePath(Repository.Root, file), Lines: File.ReadLines(file).Count())).ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Lines > 400);
    }

    /// <summary>In what runs on the packet path; Linux gives the clock, and the Cli composes.</summary>
    [Theory, InlineData("ActorTcp.Wire"), InlineData("ActorTcp.Protocol")]
    public void Decisions_know_no_thread_no_task_and_no_clock(string project)
    {
        string[] foreign = ["System.Threading.Thread", "System.Threading.Tasks", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.IO"];
        var types = Assembly.Load(project).GetTypes().Where(type => type.Namespace == project);
        var members = types.SelectMany(type => type.GetFields(Everything).Select(field => field.FieldType)
            .Concat(type.GetMethods(Everything).SelectMany(method => method.GetParameters().Select(each => each.ParameterType).Append(method.ReturnType))));
        Assert.DoesNotContain(members, type => foreign.Any(each => type.FullName?.StartsWith(each, StringComparison.Ordinal) == true));
    }

    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
}
