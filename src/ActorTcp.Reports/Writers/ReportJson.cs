using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace ActorTcp.Reports;

/// <summary>The model itself as JSON: everything that a report holds, numbers in base units, member names in camel case.</summary>
public static class ReportJson
{
    public static void Write(Report report, Stream output) => JsonSerializer.Serialize(output, report, ReportJsonContext.Default.Report);

    /// <exception cref="JsonException">The text is no report.</exception>
    public static Report Read(Stream input) =>
        JsonSerializer.Deserialize(input, ReportJsonContext.Default.Report) ?? throw new JsonException("There is no report in this file.");

    /// <summary>The JSON Schema of what <see cref="Write"/> writes.</summary>
    public static JsonNode Schema() => ReportJsonContext.Default.Report.GetJsonSchemaAsNode();
}
