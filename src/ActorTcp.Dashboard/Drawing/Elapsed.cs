using System.Globalization;

namespace ActorTcp.Dashboard;

/// <summary>How long ago something was, in one whole unit: it changes under the reader's eyes.</summary>
internal static class Elapsed
{
    public static string Of(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => "0 s",
        { TotalMinutes: < 2 } => $"{Whole(time.TotalSeconds)} s",
        { TotalHours: < 2 } => $"{Whole(time.TotalMinutes)} min",
        { TotalDays: < 2 } => $"{Whole(time.TotalHours)} h",
        _ => $"{Whole(time.TotalDays)} days",
    };

    private static string Whole(double value) => Math.Floor(value).ToString("#,0", CultureInfo.InvariantCulture);
}
