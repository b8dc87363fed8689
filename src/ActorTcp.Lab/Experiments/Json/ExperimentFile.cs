using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ActorTcp.Lab;

/// <summary>An experiment of the user's own, in a file.</summary>
internal static class ExperimentFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="LabException">It cannot be read, or says what cannot be.</exception>
    public static Experiment Read(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return Parse(Path.GetExtension(path) is ".yaml" or ".yml" ? Yaml.ToJson(text, path) : text, path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LabException($"{path}: {refused.Message}");
        }
    }

    /// <param name="path">What messages call the text.</param>
    /// <exception cref="LabException">It says what cannot be.</exception>
    public static Experiment Parse(string text, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            RequireKnownKeys(document.RootElement, ExperimentJson.Options.GetTypeInfo(typeof(Experiment)), "", path);
            var experiment = document.Deserialize<Experiment>(ExperimentJson.Options)!;
            ExperimentRules.Require(experiment, path);
            return experiment;
        }
        catch (JsonException wrong)
        {
            var place = wrong.Path is null or "$" ? $"line {wrong.LineNumber + 1}" : wrong.Path.Replace("$.", "", StringComparison.Ordinal);
            throw new LabException($"{path}: {place}: {wrong.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0]}");
        }
    }

    public static string Write(Experiment experiment) => JsonSerializer.Serialize(experiment, ExperimentJson.Options);

    private static void RequireKnownKeys(JsonElement element, JsonTypeInfo type, string place, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new LabException($"{path}: {(place.Length == 0 ? "it" : place)} must be an object in braces. See: actortcp lab explain");
        }

        foreach (var key in element.EnumerateObject())
        {
            var known = type.Properties.FirstOrDefault(property => property.Name == key.Name)
                ?? throw new LabException($"{path}: {place}{key.Name}: unknown key. Valid: {string.Join(", ", type.Properties.Select(property => property.Name))}.");
            if (known.PropertyType == typeof(FloodPlan) || known.PropertyType == typeof(ClientPlan))
            {
                RequireKnownKeys(key.Value, ExperimentJson.Options.GetTypeInfo(known.PropertyType), $"{key.Name}.", path);
            }
        }
    }
}
