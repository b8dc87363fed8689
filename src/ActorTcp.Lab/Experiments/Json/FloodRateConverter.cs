using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTcp.Lab;

/// <summary>Packets per second as a number, or "max".</summary>
internal sealed class FloodRateConverter : JsonConverter<FloodRate>
{
    public override FloodRate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String when reader.ValueTextEquals("max") => FloodRate.Most,
        JsonTokenType.Number when reader.TryGetInt32(out var rate) && rate is >= 0 and <= FloodRate.Limit => new FloodRate(rate),
        _ => throw new JsonException($"not a rate: packets per second from 0 to {FloodRate.Limit}, or \"max\"."),
    };

    public override void Write(Utf8JsonWriter writer, FloodRate value, JsonSerializerOptions options)
    {
        if (value.IsMost)
        {
            writer.WriteStringValue("max");
            return;
        }

        writer.WriteNumberValue(value.PerSecond);
    }
}
