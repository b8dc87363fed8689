using System.Globalization;
using System.Runtime.InteropServices;
using ActorTcp.Reports;

namespace ActorTcp.Lab;

/// <summary>The machine on which something was measured, and with what.</summary>
internal static class MachineFacts
{
    public static IReadOnlyList<MachineFact> All() =>
    [
        new("Processor", $"{Environment.ProcessorCount} × {Model() ?? RuntimeInformation.ProcessArchitecture.ToString()}"),
        new("Memory", string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):0.#} GiB")),
        new("System", RuntimeInformation.OSDescription),
        new("Runtime", RuntimeInformation.FrameworkDescription),
        new("ActorTcp", typeof(MachineFacts).Assembly.GetName().Version!.ToString(3)),
    ];

    /// <summary>proc(5), cpuinfo: the first processor's name for itself.</summary>
    private static string? Model()
    {
        const string File = "/proc/cpuinfo";
        return System.IO.File.Exists(File)
            ? System.IO.File.ReadLines(File).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
    }
}
