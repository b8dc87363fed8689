namespace ActorTcp.Lab;

/// <summary>The experiments that come with the program.</summary>
internal static class ExperimentCatalog
{
    public static IReadOnlyList<Experiment> All { get; } = [Lemon2002(), Rfc4987(), Step3(), Recovery(), Rtt(), Loss(), AckFlood(), Budget()];

    public static Experiment? Find(string name) => All.FirstOrDefault(experiment => experiment.Name == name);

    private static Experiment Lemon2002() => new()
    {
        Name = "lemon2002",
        Question = "Lemon's experiment for the SYN cache (BSDCon 2002): 2,000 timed connects, idle and under 15,000 SYN/s from random sources. Whose clients notice?",
        Subjects = [.. Subject.Policies, .. Subject.Kernels],
    };

    private static Experiment Rfc4987() => new()
    {
        Name = "rfc4987",
        Question = "Every mitigation of RFC 4987 against a flood that grows: at which rate does each lose its clients?",
        Subjects = [.. Subject.Policies, .. Subject.Kernels],
        Flood = new FloodPlan { Rates = Rates(0, 100, 500, 1_000, 5_000, 15_000, 50_000) },
        Clients = new ClientPlan { Count = 400, Patience = TimeSpan.FromSeconds(4) },
        Duration = TimeSpan.FromSeconds(3),
    };

    private static Experiment Step3() => new()
    {
        Name = "step3",
        Question = "What is the third step of the handshake for? SYNs without it cost a half-open entry that goes away; were two steps enough, "
            + "each would be an established connection that stays. Old SYNs that arrive late are part of it.",
        Subjects = Subjects("textbook", "hybrid"),
        Flood = new FloodPlan
        {
            Kinds = [FloodKind.Syn, FloodKind.Idle],
            Rates = Rates(0, 100),
            Sources = [SourcePattern.Hosts],
            Until = TimeSpan.FromSeconds(30),
        },
        Clients = new ClientPlan { Count = 200, PerSecond = 10, Duplicates = 0.5, DuplicateDelay = TimeSpan.FromSeconds(90) },
        HalfOpenLimit = 16_384,
        Duration = TimeSpan.FromSeconds(150),
    };

    private static Experiment Recovery() => new()
    {
        Name = "recovery",
        Question = "When the flood stops, how long until clients and tables are as before?",
        Subjects = Subject.Policies,
        Flood = new FloodPlan { Rates = Rates(15_000), Until = TimeSpan.FromSeconds(10) },
        Clients = new ClientPlan { Count = 6_000, PerSecond = 100 },
        Duration = TimeSpan.FromSeconds(90),
    };

    private static Experiment Rtt() => new()
    {
        Name = "rtt",
        Question = "A table that forgets its oldest entries forgets those first whose clients are far away: which policy loses long round trips?",
        Subjects = Subject.Policies,
        Flood = new FloodPlan { Rates = Rates(15_000) },
        Clients = new ClientPlan
        {
            Count = 500,
            Patience = TimeSpan.FromSeconds(4),
            Rtts = Milliseconds(1, 20, 50, 100, 200, 500),
            ReadsOneByte = true,
        },
        Duration = TimeSpan.FromSeconds(3),
    };

    private static Experiment Loss() => new()
    {
        Name = "loss",
        Question = "Nobody repeats the SYN-ACK of a cookie. What do lost packets cost clients that wait for the server's first octet, and where are the steps of their own SYNs?",
        Subjects = Subjects("syn-cache", "cookies", "hybrid"),
        Flood = new FloodPlan { Rates = Rates(0, 15_000) },
        Clients = new ClientPlan { Losses = [0, 0.01, 0.05], ReadsOneByte = true, Rtts = Milliseconds(20) },
    };

    private static Experiment AckFlood() => new()
    {
        Name = "ackflood",
        Question = "ACKs with guessed numbers against cookies: is one taken for a cookie, what does it cost to refuse them, and do clients notice?",
        Subjects = Subjects("cookies", "hybrid", "syn-cache", "kernel-2"),
        Flood = new FloodPlan { Kinds = [FloodKind.Ack], Rates = Rates(0, 50_000), SynsFirst = 2_048 },
        Clients = new ClientPlan { Count = 1_000 },
        Duration = TimeSpan.FromSeconds(5),
    };

    private static Experiment Budget() => new()
    {
        Name = "budget",
        Question = "Budgets for each source: what do they do against few real hosts, and what against forged addresses?",
        Subjects = Subjects("textbook", "textbook+filter", "hybrid", "hybrid+filter"),
        Flood = new FloodPlan { Kinds = [FloodKind.Syn], Rates = Rates(0, 15_000), Sources = [SourcePattern.Random, SourcePattern.Prefix, SourcePattern.Hosts] },
        Clients = new ClientPlan { Count = 1_000, Patience = TimeSpan.FromSeconds(4) },
        HalfOpenLimit = 16_384,
        Duration = TimeSpan.FromSeconds(5),
    };

    private static IReadOnlyList<Subject> Subjects(params IEnumerable<string> names) => [.. names.Select(Subject.Named)];

    private static IReadOnlyList<TimeSpan> Milliseconds(params IEnumerable<int> counts) => [.. counts.Select(count => TimeSpan.FromMilliseconds(count))];

    private static IReadOnlyList<FloodRate> Rates(params IEnumerable<int> perSecond) => [.. perSecond.Select(rate => new FloodRate(rate))];
}
