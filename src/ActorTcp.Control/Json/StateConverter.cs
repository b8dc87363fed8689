using System.Text.Json;
using System.Text.Json.Serialization;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>States by the words of <see cref="ConnectionFilter"/>.</summary>
internal sealed class StateConverter : JsonConverter<TcpState>
{
    public override TcpState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, TcpState value, JsonSerializerOptions options) => writer.WriteStringValue(StateNames.Word(value));

    public override TcpState ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TcpState value, JsonSerializerOptions options) => writer.WritePropertyName(StateNames.Word(value));

    private static TcpState Parse(string? word) => StateNames.Parse(word ?? "")[0];
}
