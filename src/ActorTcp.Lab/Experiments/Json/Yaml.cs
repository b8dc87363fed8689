using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace ActorTcp.Lab;

/// <summary>YAML as the JSON that says the same.</summary>
internal static class Yaml
{
    /// <param name="path">What a message calls the text.</param>
    /// <exception cref="LabException">It is no YAML.</exception>
    public static string ToJson(string text, string path)
    {
        try
        {
            var tree = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object?>(text);
            return new SerializerBuilder().JsonCompatible().Build().Serialize(tree);
        }
        catch (YamlException wrong)
        {
            throw new LabException($"{path}: line {wrong.Start.Line}: {wrong.Message}");
        }
    }
}
