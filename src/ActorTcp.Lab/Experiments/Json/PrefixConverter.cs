using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTcp.Lab;

/// <summary>A prefix as ADDRESS/LENGTH.</summary>
internal sealed class PrefixConverter : JsonConverter<IPNetwork>
{
    public override IPNetwork Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && IPNetwork.TryParse(reader.GetString()!, out var prefix)
            ? prefix
            : throw new JsonException("not a prefix: ADDRESS/LENGTH with no bits beyond the length, such as \"10.9.8.0/24\".");

    public override void Write(Utf8JsonWriter writer, IPNetwork value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
