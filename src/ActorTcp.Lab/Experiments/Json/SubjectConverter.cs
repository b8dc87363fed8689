using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTcp.Lab;

/// <summary>What is flooded, by its name.</summary>
internal sealed class SubjectConverter : JsonConverter<Subject>
{
    public override Subject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Subject.Find(reader.GetString()!) is { } subject
            ? subject
            : throw new JsonException($"not one of: {string.Join(", ", Subject.All)}.");

    public override void Write(Utf8JsonWriter writer, Subject value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
