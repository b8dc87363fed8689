using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTcp.Control;

/// <summary>The names of an enumeration as command lines have them: <c>syn-cache</c>.</summary>
internal sealed class KebabConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
