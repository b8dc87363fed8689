namespace ActorTcp.Lab;

/// <summary>Shapes one after the other.</summary>
internal sealed record LoadPlan(IReadOnlyList<LoadShape> Shapes)
{
    /// <summary>Null where a shape's work decides.</summary>
    public TimeSpan? During => Shapes.Any(shape => shape.During is null) ? null : Shapes.Aggregate(TimeSpan.Zero, (sum, shape) => sum + shape.During!.Value);

    /// <summary>The highest rate that an open loop of it asks for, in flows per second; 0 where it has none.</summary>
    public double HighestRate => Shapes.Max(shape => shape.LastRate);

    /// <summary>The most flows that a closed loop of it keeps open; 0 where it has none.</summary>
    public int MostCopies => Shapes.Max(shape => shape.LastCopies);

    /// <param name="text">Shapes separated by commas, as <see cref="ToString"/> writes them.</param>
    /// <exception cref="FormatException">It is none; the message says what would be.</exception>
    public static LoadPlan Parse(string text) =>
        new([.. text.Split([',', '\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("").Select(Shape)]);

    public override string ToString() => string.Join(", ", Shapes);

    private static LoadShape Shape(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["inject", var rate, "for", var time] => new Inject(Quantity.Rate(rate), Quantity.Duration(time)),
        ["inject-random", var rate, "for", var time] => new InjectRandom(Quantity.Rate(rate), Quantity.Duration(time)),
        ["ramping-inject", var rate, "for", var time] => new RampingInject(Quantity.RateOrNone(rate), Quantity.Duration(time)),
        ["keep-constant", var copies, "for", var time] => new KeepConstant(Copies(copies), Quantity.Duration(time)),
        ["ramping-constant", var copies, "for", var time] => new RampingConstant(Copies(copies), Quantity.Duration(time)),
        ["iterations", var flows, "at", var rate] => new IterationsForInject(Quantity.Count(flows), Quantity.Rate(rate)),
        ["iterations", var flows, "on", var copies] => new IterationsForConstant(Quantity.Count(flows), Copies(copies)),
        ["pause", var time] => new Pause(Quantity.Duration(time)),
        _ => throw new FormatException($"'{text}' is no load. Valid, one or several separated by commas: inject RATE/s for TIME, inject-random RATE/s for TIME, "
            + "ramping-inject RATE/s for TIME, keep-constant COUNT for TIME, ramping-constant COUNT for TIME, iterations COUNT at RATE/s, "
            + "iterations COUNT on COUNT, pause TIME."),
    };

    private static int Copies(string text) => (int)Math.Min(Quantity.CountOrNone(text), int.MaxValue);
}
