using System.Net;
using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary>What <c>actortcp load</c> is to do.</summary>
internal sealed record LoadOptions
{
    private const string DefaultPlan = "inject 1000/s for 10s";

    public required LoadJob Job { get; init; }

    public required IReadOnlyList<LoadThreshold> Thresholds { get; init; }

    /// <summary>Where the report goes; null writes none.</summary>
    public required string? Report { get; init; }

    /// <exception cref="BadInputException">A value cannot be, or does not go with another.</exception>
    public static LoadOptions From(string target, SettingLayers layers)
    {
        var where = Read(() => LoadTarget.Resolve(target), "TARGET");
        var isV4 = where.Addresses[0].IsV4;
        var engine = layers.One(LoadSettings.Engine, EngineOf, LoadEngine.Kernel);
        var otherwise = engine == LoadEngine.Stack ? IPNetwork.Parse(isV4 ? "198.19.0.0/16" : "2001:2:0:1::/64") : (IPNetwork?)null;
        var options = new LoadOptions
        {
            Job = new LoadJob
            {
                Target = where.ToString(),
                Host = target == where.ToString() ? null : target,
                Plan = layers.One(LoadSettings.Load, LoadPlan.Parse, LoadPlan.Parse(DefaultPlan)).ToString(),
                Exchange = ExchangeFrom(layers, target),
                Engine = engine,
                Sources = layers.One(LoadSettings.From, text => Parse.Prefix(text), otherwise)?.ToString(),
                Limits = LimitsFrom(layers),
                Seed = layers.One(LoadSettings.Seed, Parse.Integer(0, int.MaxValue), 1),
                Parts = layers.One(LoadSettings.Processes, Parse.Integer(1, 256), 0),
            },
            Thresholds = layers.Many(LoadSettings.FailIf, LoadThreshold.Parse, []),
            Report = layers.One<string?>(LoadSettings.Report, Parse.Text, null),
        };
        options.RequireWithinLimits();
        options.RequireOneDevice();
        options.RequireOwnTarget(where, layers.One(LoadSettings.IOwnThisTarget, Parse.Switch, false));
        return options;
    }

    private static LoadLimits LimitsFrom(SettingLayers layers)
    {
        var usual = new LoadLimits();
        return new LoadLimits
        {
            Rate = layers.One(LoadSettings.MaxRate, Quantity.Rate, usual.Rate),
            Open = (int)layers.One(LoadSettings.MaxOpen, text => Math.Min(Quantity.Count(text), int.MaxValue), usual.Open),
            Duration = layers.One(LoadSettings.MaxDuration, Quantity.Duration, usual.Duration),
            Memory = layers.One(LoadSettings.MaxMemory, Octets, usual.Memory),
            Wait = layers.One(LoadSettings.Wait, Quantity.Duration, usual.Wait),
            Drain = layers.One(LoadSettings.Drain, Quantity.Duration, usual.Drain),
        };
    }

    private static string ExchangeFrom(SettingLayers layers, string host)
    {
        var file = layers.One<string?>(LoadSettings.Script, File, null);
        var steps = layers.One(LoadSettings.Do, text => ExchangeParser.Parse(text, host).Text, file ?? "handshake");
        return file is null || file == steps ? steps : throw new BadInputException("--do and --script say the same thing: choose one.");

        string File(string path)
        {
            try
            {
                return ExchangeParser.Parse(System.IO.File.ReadAllText(path), host).Text;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new FormatException(refused.Message, refused);
            }
        }
    }

    private static LoadEngine EngineOf(string text) => text switch
    {
        "kernel" => LoadEngine.Kernel,
        "stack" => LoadEngine.Stack,
        _ => throw new FormatException("Valid: kernel, stack."),
    };

    private static long Octets(string text)
    {
        var (number, factor) = text is [.. var head, 'M' or 'G'] ? (head, text[^1] == 'M' ? 1L << 20 : 1L << 30) : (text, 1);
        return long.TryParse(number, out var count) && count is > 0 and < 1L << 40 ? count * factor : throw new FormatException("Valid: octets, such as 512M or 4G.");
    }

    private static T Read<T>(Func<T> parse, string what)
    {
        try
        {
            return parse();
        }
        catch (FormatException wrong)
        {
            throw new BadInputException($"{what}: {wrong.Message}");
        }
    }

    private void RequireWithinLimits()
    {
        var plan = LoadPlan.Parse(Job.Plan);
        if (plan.HighestRate > Job.Limits.Rate)
        {
            throw new BadInputException($"the plan asks for {Quantity.Text(plan.HighestRate)}/s, and the bound is {Quantity.Text(Job.Limits.Rate)}/s: raise it with {LoadSettings.MaxRate.Option}.");
        }

        if (plan.MostCopies > Job.Limits.Open)
        {
            throw new BadInputException($"the plan keeps {plan.MostCopies} flows open, and the bound is {Job.Limits.Open}: raise it with {LoadSettings.MaxOpen.Option}.");
        }

        if (plan.During > Job.Limits.Duration)
        {
            throw new BadInputException($"the plan takes {Quantity.Text(plan.During.Value)}, and the bound is {Quantity.Text(Job.Limits.Duration)}: raise it with {LoadSettings.MaxDuration.Option}.");
        }
    }

    private void RequireOneDevice()
    {
        if (Job.Engine == LoadEngine.Stack && Job.Parts > 1)
        {
            throw new BadInputException($"{LoadSettings.Processes.Option} {Job.Parts}: engine stack has one device for its source addresses, and so one process.");
        }
    }

    private void RequireOwnTarget(LoadTarget target, bool isOwn)
    {
        if (!isOwn && OwnNetwork.Objection(target) is { } objection)
        {
            throw new BadInputException($"{objection} If it is yours, say {LoadSettings.IOwnThisTarget.Option}.");
        }

        if (Job.Engine == LoadEngine.Stack && target.Addresses[0].IsV4 && IPAddress.IsLoopback(target.Addresses[0].ToIPAddress()))
        {
            throw new BadInputException("engine stack sends from its own device, and the kernel takes nothing for 127.0.0.0/8 from a device. Use another address of this machine, or --engine kernel.");
        }
    }
}
