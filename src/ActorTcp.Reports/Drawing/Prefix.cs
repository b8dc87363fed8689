namespace ActorTcp.Reports;

/// <summary>A size in which numbers of a unit are told: 0.000612 s is 612 of (10⁻⁶, µs).</summary>
internal readonly record struct Prefix(double Size, string Symbol)
{
    private static readonly Prefix[] Seconds = [new(1e-9, "ns"), new(1e-6, "µs"), new(1e-3, "ms"), new(1, "s"), new(60, "min"), new(3600, "h")];
    private static readonly Prefix[] Octets = [new(1, "B"), new(1L << 10, "KiB"), new(1L << 20, "MiB"), new(1L << 30, "GiB"), new(1L << 40, "TiB")];
    private static readonly Prefix[] Numbers = [new(1, ""), new(1e3, "k"), new(1e6, "M"), new(1e9, "G")];

    /// <summary>The one in which <paramref name="value"/> is easiest to read.</summary>
    public static Prefix For(double value, Unit unit) => unit switch
    {
        Unit.Seconds => Largest(Seconds, value, prefix => prefix.Size >= 60 ? 10 * prefix.Size : prefix.Size),
        Unit.Octets => Largest(Octets, value, prefix => prefix.Size),
        Unit.Count or Unit.PerSecond => Largest(Numbers, value, prefix => prefix.Size == 1e3 ? 1e4 : prefix.Size),
        Unit.Share => new(0.01, "%"),
        Unit.Factor => new(1, "×"),
    };

    private static Prefix Largest(Prefix[] prefixes, double value, Func<Prefix, double> from) =>
        value == 0 && prefixes == Seconds ? new(1, "s") : prefixes.LastOrDefault(each => Math.Abs(value) >= from(each) * (1 - 1e-9), prefixes[0]);
}
