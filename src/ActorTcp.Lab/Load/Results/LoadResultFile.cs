using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTcp.Lab;

/// <summary>Results as JSON: whole in a file, and by the line between the processes of one load.</summary>
internal static class LoadResultFile
{
    public static JsonSerializerOptions Line { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private static JsonSerializerOptions File { get; } = new(Line) { WriteIndented = true, IndentSize = 1 };

    public static void Write(LoadResult result, Stream output) => JsonSerializer.Serialize(output, result, File);

    /// <exception cref="FormatException">It is no result of a load.</exception>
    public static LoadResult Read(Stream input)
    {
        try
        {
            return JsonSerializer.Deserialize<LoadResult>(input, File) ?? throw new FormatException("no result of a load: it is empty.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"no result of a load: {wrong.Message}", wrong);
        }
    }
}
