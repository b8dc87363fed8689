using System.Globalization;

namespace ActorTcp.Lab;

/// <summary>data.csv: a row for each client of each trial; times in seconds, empty where there is none.</summary>
internal static class AttemptsCsv
{
    private const string Header = "trial,subject,kind,sources,rate,rtt,loss,start,outcome,connect,first_byte";

    public static void Write(ExperimentResult result, TextWriter output)
    {
        output.Write(Header + '\n');
        foreach (var trial in result.Trials)
        {
            var of = trial.Trial;
            var rate = of.Rate.IsMost ? "max" : of.Rate.PerSecond.ToString(CultureInfo.InvariantCulture);
            var head = string.Create(
                CultureInfo.InvariantCulture, $"{of.Number},{of.Subject},{Names.Of(of.Kind)},{Names.Of(of.Sources)},{rate},{of.Rtt.TotalSeconds},{of.Loss}");
            foreach (var attempt in trial.Attempts)
            {
                output.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{head},{attempt.Start.TotalSeconds},{Names.Of(attempt.Outcome)},{attempt.Connect?.TotalSeconds},{attempt.FirstByte?.TotalSeconds}\n"));
            }
        }
    }
}
