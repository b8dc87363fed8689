using System.Text.Json;

namespace ActorTcp.Cli;

/// <summary>Settings as keys of one JSON object; comments and trailing commas are welcome.</summary>
internal sealed class FileSettings : ISettingSource
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);
    private readonly string _path;

    /// <param name="known">What the file may set.</param>
    /// <exception cref="BadInputException">It cannot be read, is no such object, or sets what is not known.</exception>
    public FileSettings(string path, IReadOnlyCollection<Setting> known)
    {
        _path = path;
        using var document = Read(path);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new BadInputException($"{path}: must be one JSON object, such as {{ \"prefix\": [\"10.77.0.0/16\"] }}.");
        }

        foreach (var property in document.RootElement.EnumerateObject())
        {
            var setting = known.FirstOrDefault(setting => setting.Name == property.Name)
                ?? throw new BadInputException($"{path}: unknown key '{property.Name}'. Valid: {string.Join(", ", known.Select(setting => setting.Name))}.");
            _values[property.Name] = ValuesOf(setting, property.Value);
        }
    }

    public IReadOnlyList<string>? Find(Setting setting) => _values.GetValueOrDefault(setting.Name);

    public string Cite(Setting setting, string value) => $"{_path}: {setting.Name} {value}";

    private static JsonDocument Read(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(path), Lenient);
        }
        catch (JsonException wrong)
        {
            throw new BadInputException($"{path}, line {wrong.LineNumber + 1}: not JSON. {wrong.Message}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--config {path}: {refused.Message}");
        }
    }

    private IReadOnlyList<string> ValuesOf(Setting setting, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array when setting.IsList => [.. value.EnumerateArray().Select(element => ValueOf(setting, element))],
        _ => [ValueOf(setting, value)],
    };

    private string ValueOf(Setting setting, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw new BadInputException(
            $"{Cite(setting, value.GetRawText())}: must be a string, number or true/false{(setting.IsList ? ", or an array of them" : "")}."),
    };
}
