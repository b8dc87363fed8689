using System.CommandLine;

namespace ActorTcp.Fuzzing;

/// <summary>What every run can be told.</summary>
internal static class RunOptions
{
    public static Option<int> Seed { get; } = new("--seed") { Description = "Where the random numbers begin.", DefaultValueFactory = static _ => 1 };

    /// <param name="what">What is counted, in the plural.</param>
    /// <param name="usual">How many without the option.</param>
    public static Option<int> Count(string what, int usual)
    {
        var count = new Option<int>($"--{what}") { Description = $"How many {what}, 1 or more.", DefaultValueFactory = _ => usual };
        count.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"--{what}: valid are 1 to {int.MaxValue}.");
            }
        });
        return count;
    }
}
