using System.Text.Json.Serialization;

namespace ActorTcp.Lab;

/// <summary>A load as the user ordered it, in words: what a helper process is told, and what a result remembers.</summary>
internal sealed record LoadJob
{
    /// <summary>As <see cref="LoadTarget.Parse"/> reads it.</summary>
    public required string Target { get; init; }

    /// <summary>HOST:PORT, of which <see cref="Target"/> is the address that was taken; null where the user gave the address.</summary>
    public string? Host { get; init; }

    /// <summary>The target in the user's words, which HTTP and TLS repeat to the server.</summary>
    [JsonIgnore]
    public string TargetName => Host ?? Target;

    /// <summary>As <see cref="LoadPlan.Parse"/> reads it.</summary>
    public required string Plan { get; init; }

    /// <summary>As <see cref="ExchangeParser.Parse"/> reads it.</summary>
    public required string Exchange { get; init; }

    public required LoadEngine Engine { get; init; }

    /// <summary>A prefix; null leaves the choice to the kernel.</summary>
    public string? Sources { get; init; }

    public LoadLimits Limits { get; init; } = new();

    /// <summary>Decides what chance does in the plan.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Generators that share it, each in a process of its own.</summary>
    public int Parts { get; init; } = 1;

    /// <summary>Which of them this is, from 0.</summary>
    public int Part { get; init; }

    public LoadSession NewSession() =>
        new(new LoadPacer(LoadPlan.Parse(Plan), new Random(Seed), Part, Parts), ExchangeParser.Parse(Exchange, TargetName), Limits, Parts);
}
