using System.Text.Json.Serialization;

namespace ActorTcp.Lab;

/// <summary>How an experiment is written down: keys in camel case, names in lower case, times in seconds.</summary>
[JsonSerializable(typeof(Experiment))]
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(NameConverter<EngineKind>), typeof(NameConverter<FloodKind>), typeof(NameConverter<SourcePattern>), typeof(NameConverter<SynSchedule>),
        typeof(SubjectConverter), typeof(FloodRateConverter), typeof(SecondsConverter), typeof(PrefixConverter),
    ])]
internal sealed partial class ExperimentJson : JsonSerializerContext;
