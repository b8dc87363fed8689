using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ActorTcp.Lab;

/// <summary>How an experiment is written down: keys in camel case, names in lower case, times in seconds.</summary>
/// <remarks>By reflection: generated code forgets what an init-only property is when a file does not mention it.</remarks>
internal static class ExperimentJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // these files are for people, not for pages
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters =
        {
            new NameConverter<EngineKind>(), new NameConverter<FloodKind>(), new NameConverter<SourcePattern>(), new NameConverter<SynSchedule>(),
            new SubjectConverter(), new FloodRateConverter(), new SecondsConverter(), new PrefixConverter(),
        },
    };
}
