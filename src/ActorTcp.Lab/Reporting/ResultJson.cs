using System.Text.Json;

namespace ActorTcp.Lab;

/// <summary>data.json: the experiment as it was run, and for each trial its figures, what the server counted and what it kept over time. Times are in seconds.</summary>
internal static class ResultJson
{
    public static void Write(ExperimentResult result, string command, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("command", command);
        json.WritePropertyName("experiment");
        JsonSerializer.Serialize(json, result.Experiment, ExperimentJson.Options);
        json.WriteBoolean("interrupted", result.IsInterrupted);
        json.WriteStartArray("trials");
        foreach (var trial in result.Trials)
        {
            Write(trial, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(TrialResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        var trial = result.Trial;
        json.WriteNumber("number", trial.Number);
        json.WriteString("subject", trial.Subject.Name);
        json.WriteString("kind", Names.Of(trial.Kind));
        json.WriteString("sources", Names.Of(trial.Sources));
        json.WriteNumber("rtt", trial.Rtt.TotalSeconds);
        json.WriteNumber("loss", trial.Loss);
        json.WriteNumber("floodPackets", result.FloodPackets);
        json.WriteNumber("floodTime", result.FloodTime.TotalSeconds);
        WriteTime(json, "cpu", result.Cpu);
        WriteTime(json, "longestTurn", result.LongestTurn);
        if (result.AnsweredRate is { } answered)
        {
            json.WriteNumber("answeredPerSecond", answered);
        }

        json.WriteNumber("clients", result.Attempts.Count);
        json.WriteNumber("completed", result.Completed);
        WriteTime(json, "p50", result.Latencies.P50());
        WriteTime(json, "p99", result.Latencies.P99());
        WriteCounters(json, result);
        WriteSamples(json, result);
        json.WriteEndObject();
    }

    private static void WriteCounters(Utf8JsonWriter json, TrialResult result)
    {
        json.WriteStartObject("counters");
        foreach (var (name, count) in result.Counters.OrderBy(counter => counter.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
    }

    private static void WriteSamples(Utf8JsonWriter json, TrialResult result)
    {
        json.WriteStartArray("samples");
        foreach (var sample in result.Samples)
        {
            json.WriteStartObject();
            json.WriteNumber("at", sample.At.TotalSeconds);
            json.WriteNumber("floodPackets", sample.FloodPackets);
            WriteCount(json, "halfOpen", sample.HalfOpen);
            WriteCount(json, "established", sample.Established);
            WriteCount(json, "octets", sample.Octets);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, TimeSpan? time)
    {
        if (time is { } value)
        {
            json.WriteNumber(name, value.TotalSeconds);
        }
    }

    private static void WriteCount(Utf8JsonWriter json, string name, long? count)
    {
        if (count is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
