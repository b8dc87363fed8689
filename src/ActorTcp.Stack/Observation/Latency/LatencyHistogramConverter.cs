using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActorTcp.Stack;

/// <summary>A histogram as JSON, all times in microseconds: the figures that are exact, then each bucket that holds anything as [start, count].</summary>
internal sealed class LatencyHistogramConverter : JsonConverter<LatencyHistogram>
{
    public override LatencyHistogram Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var written = JsonSerializer.Deserialize<Written>(ref reader, JsonSerializerOptions.Web);
        var histogram = new LatencyHistogram();
        if (written is not null)
        {
            histogram.Restore(written.Buckets.Select(ReadBucket), Time(written.Min), Time(written.Max), Time(written.Mean));
        }

        return histogram;
    }

    public override void Write(Utf8JsonWriter writer, LatencyHistogram value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            writer,
            new Written
            {
                Unit = "us",
                Count = value.Count,
                Min = value.Min.TotalMicroseconds,
                Max = value.Max.TotalMicroseconds,
                Mean = value.Mean.TotalMicroseconds,
                Buckets = [.. value.Filled().Select(each => new[] { new TimeSpan(LatencyBuckets.Start(each.Bucket)).TotalMicroseconds, each.Count })],
            },
            JsonSerializerOptions.Web);

    private static (int Bucket, long Count) ReadBucket(double[] bucket) => bucket is [>= 0 and var start, >= 0 and var count]
        ? (LatencyBuckets.Of(Math.Min(Time(start).Ticks, LatencyBuckets.Longest)), (long)count)
        : throw new JsonException("A bucket of a histogram is [start in microseconds, count].");

    private static TimeSpan Time(double microseconds) => new((long)Math.Round(microseconds * TimeSpan.TicksPerMicrosecond));

    private sealed record Written
    {
        public string Unit { get; init; } = "";

        public long Count { get; init; }

        public double Min { get; init; }

        public double Max { get; init; }

        public double Mean { get; init; }

        public double[][] Buckets { get; init; } = [];
    }
}
