using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTcp.Control;

internal sealed class PrefixConverter : JsonConverter<IPNetwork>
{
    public override IPNetwork Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IPNetwork.TryParse(reader.GetString(), out var prefix) ? prefix : throw new JsonException("not a prefix");

    public override void Write(Utf8JsonWriter writer, IPNetwork value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
