using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTcp.Lab;

/// <summary>A choice by its name in lower case.</summary>
internal sealed class NameConverter<T> : JsonConverter<T> where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Names.TryParse<T>(reader.GetString()!) is { } value
            ? value
            : throw new JsonException($"not one of: {Names.Of<T>()}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names.Of(value));
}
