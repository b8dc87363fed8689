using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTcp.Control;

/// <summary><c>10.0.0.1:80</c> or <c>[fd00::1]:80</c></summary>
internal sealed class EndPointConverter : JsonConverter<IPEndPoint>
{
    public override IPEndPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IPEndPoint.TryParse(reader.GetString() ?? "", out var endPoint) ? endPoint : throw new JsonException("not an end point");

    public override void Write(Utf8JsonWriter writer, IPEndPoint value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
