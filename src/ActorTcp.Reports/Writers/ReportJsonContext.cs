using System.Text.Json.Serialization;

namespace ActorTcp.Reports;

/// <summary>Serialization without reflection. Values that are no numbers are written by name, since a line may have gaps.</summary>
[JsonSerializable(typeof(Report))]
[JsonSourceGenerationOptions(
    WriteIndented = true,
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectRequiredConstructorParameters = true)]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
