namespace ActorTcp.Cli;

/// <summary>What can be set about <c>actortcp load</c>, in the order of its help.</summary>
internal static class LoadSettings
{
    public static readonly Setting Load = new("load", "PLAN",
        "How many flows begin, and when: shapes separated by commas, see below. [default: inject 1000/s for 10s]");

    public static readonly Setting Do = new("do", "STEPS", "What each flow does on its connection: steps separated by commas, see below. [default: handshake]");

    public static readonly Setting Script = new("script", "FILE", "As --do, from a file, a step on each line, with # before comments.");

    public static readonly Setting Engine = new("engine", "ENGINE",
        "kernel: sockets of this machine, for which no privileges are needed. stack: our own TCP over a TUN device, from every address of --from; times are taken at "
        + "the packet. [default: kernel]");

    public static readonly Setting From = new("from", "PREFIX",
        "Source addresses, used in turn. Engine kernel: they must be local (`ip route add local PREFIX dev lo`). [default: kernel: as the machine chooses; stack: "
        + "198.19.0.0/16 or 2001:2:0:1::/64]");

    public static readonly Setting Wait = new("wait", "TIME", "How long a flow waits for the handshake, for each step and for the close before it has failed. [default: 15s]");

    public static readonly Setting Drain = new("drain", "TIME", "How long flows may take to end once the plan is over. [default: 5s]");

    public static readonly Setting Processes = new("processes", "COUNT",
        "Processes that share the load. [default: as many as its open flows need descriptors, with engine stack one]");

    public static readonly Setting Seed = new("seed", "NUMBER", "Decides what chance does in the plan. [default: 1]");

    public static readonly Setting FailIf = new("fail-if", "THRESHOLD",
        "Exit code 1 if it is so: p99>5ms, first-byte.p99.9>20ms, failed>0.1%, failed>10, not-started>0, late>0, rate<990/s; names before the dot: syn-ack, connect, "
        + "first-byte, close.", IsList: true);

    public static readonly Setting Report = new("report", "FOLDER", "Write report.html, report.md, report.json, a CSV for each figure, and result.json for `load diff`.");

    public static readonly Setting MaxRate = new("max-rate", "RATE/s", "The most flows started per second, whatever the plan says. [default: 20000/s]");

    public static readonly Setting MaxOpen = new("max-open", "COUNT", "The most flows open at the same time. [default: 20000]");

    public static readonly Setting MaxDuration = new("max-duration", "TIME", "The longest load. [default: 10m]");

    public static readonly Setting MaxMemory = new("max-memory", "OCTETS", "Resident memory of the generators beyond which no flow is started. [default: 4G]");

    public static readonly Setting IOwnThisTarget = new("i-own-this-target", null,
        "Needed for a target that is neither on this machine nor in a network namespace without a way out.");

    public static readonly IReadOnlyList<Setting> All =
        [Load, Do, Script, Engine, From, Wait, Drain, Processes, Seed, FailIf, Report, MaxRate, MaxOpen, MaxDuration, MaxMemory, IOwnThisTarget];
}
