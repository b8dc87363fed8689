using System.Text.Json;
using System.Text.Json.Serialization;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>How everything is written: names in snake_case, times in seconds, states as filters have them, nothing where there is nothing to say.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(SecondsConverter),
        typeof(EndPointConverter),
        typeof(PrefixConverter),
        typeof(StateConverter),
        typeof(KebabConverter<Cause>),
        typeof(KebabConverter<ConnectionEnd>),
        typeof(KebabConverter<ControlQuestion>),
        typeof(KebabConverter<EventKind>),
        typeof(KebabConverter<HalfOpenPolicy>),
        typeof(KebabConverter<HistoryEntryKind>),
        typeof(KebabConverter<Pressure>),
        typeof(KebabConverter<SendReason>),
        typeof(KebabConverter<Signal>),
    ])]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlNotice))]
[JsonSerializable(typeof(StackAnswer))]
[JsonSerializable(typeof(ConnectionReading))]
[JsonSerializable(typeof(ListenerReading))]
[JsonSerializable(typeof(StackEvent))]
[JsonSerializable(typeof(TraceLine))]
internal sealed partial class ControlJson : JsonSerializerContext
{
    /// <summary>The valid questions, for an error message.</summary>
    public static string Questions { get; } = string.Join(", ", Enum.GetNames<ControlQuestion>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName));
}
