using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ActorTcp.Control;

/// <summary>One JSON value on a line of its own.</summary>
internal static class JsonLine
{
    public static void Write<T>(IBufferWriter<byte> output, T value, JsonTypeInfo<T> type)
    {
        using (var writer = new Utf8JsonWriter(output))
        {
            JsonSerializer.Serialize(writer, value, type);
        }

        output.Write("\n"u8);
    }
}
