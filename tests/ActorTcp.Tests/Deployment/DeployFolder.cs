using ActorTcp.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace ActorTcp.Tests.Deployment;

/// <summary>The files of deploy/.</summary>
internal static class DeployFolder
{
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "deploy");

    public static string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    /// <summary>The only document of a YAML file.</summary>
    public static YamlNode Yaml(string name)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Read(name)));
        return Assert.Single(stream.Documents).RootNode;
    }

    /// <summary>What stands there, by keys and the numbers of list items, such as spec.ports.0.name.</summary>
    public static YamlNode At(this YamlNode node, string path) => path.Split('.').Aggregate(node, (at, step) => at is YamlSequenceNode list
        ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]
        : at[new YamlScalarNode(step)]);

    public static string Text(this YamlNode node, string path) => ((YamlScalarNode)node.At(path)).Value!;

    public static IEnumerable<YamlNode> Items(this YamlNode node, string path) => (YamlSequenceNode)node.At(path);

    public static bool Has(this YamlNode node, string key) => node is YamlMappingNode map && map.Children.ContainsKey(new YamlScalarNode(key));
}
