using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>How the ports of <c>actortcp serve</c> hold against a SYN flood.</summary>
internal sealed record DefenceOptions
{
    public required HalfOpenPolicy Policy { get; init; }

    public required int HalfOpenLimit { get; init; }

    public required long HalfOpenMemory { get; init; }

    public required FloodThresholds Flood { get; init; }

    /// <summary>Null sets no limit.</summary>
    public required SynBudgets? Budgets { get; init; }

    /// <summary>Null sets no limit.</summary>
    public required int? SynAcksPerSecond { get; init; }

    public required int ResetsPerSecond { get; init; }

    public required SynCookieOptions SynCookies { get; init; }

    /// <exception cref="BadInputException">A value cannot be, or does not go with another.</exception>
    public static DefenceOptions From(SettingLayers layers)
    {
        var listener = new ListenOptions { Port = 0 };
        var rate = Parse.Integer(0, 100_000_000);
        var options = new DefenceOptions
        {
            Policy = layers.One(ServeSettings.Policy, Parse.Choice<HalfOpenPolicy>(), listener.Policy),
            HalfOpenLimit = layers.One(ServeSettings.HalfOpenLimit, Parse.Integer(1, 16_777_216), listener.HalfOpenLimit),
            HalfOpenMemory = layers.One(ServeSettings.HalfOpenMemory, text => Parse.Integer(65536, int.MaxValue)(text), listener.HalfOpenMemory),
            Flood = new FloodThresholds
            {
                Enter = layers.One(ServeSettings.FloodEnter, Parse.Integer(0, 100), (int)(listener.Flood.Enter * 100)) / 100.0,
                Leave = layers.One(ServeSettings.FloodLeave, Parse.Integer(0, 100), (int)(listener.Flood.Leave * 100)) / 100.0,
                HoldDown = layers.One(ServeSettings.FloodHoldDown, Parse.Seconds, listener.Flood.HoldDown),
            },
            Budgets = BudgetsFrom(layers.One(ServeSettings.SynsPerSource, rate, 0), layers.One(ServeSettings.SynsPerPrefix, rate, 0)),
            SynAcksPerSecond = layers.One(ServeSettings.SynAcksPerSecond, rate, 0) is > 0 and var most ? most : null,
            ResetsPerSecond = layers.One(ServeSettings.ResetsPerSecond, rate, new TcpStackOptions().ResetsPerSecond),
            SynCookies = new SynCookieOptions
            {
                Rotation = TimeSpan.FromSeconds(layers.One(ServeSettings.CookieRotation, Parse.Integer(1, 3600), (int)new SynCookieOptions().Rotation.TotalSeconds)),
                Key = layers.One(ServeSettings.CookieKeyFile, KeyFile.Read, default),
            },
        };
        return options.Flood.Leave <= options.Flood.Enter ? options
            : throw new BadInputException($"--flood-leave {options.Flood.Leave * 100:0} % is more than --flood-enter {options.Flood.Enter * 100:0} %: a port would waver between calm and pressure.");
    }

    public ListenLimits On(ListenLimits limits) => limits with
    {
        Policy = Policy,
        HalfOpenLimit = HalfOpenLimit,
        HalfOpenMemory = HalfOpenMemory,
        Flood = Flood,
        Budgets = Budgets,
        SynAcksPerSecond = SynAcksPerSecond,
    };

    public TcpStackOptions On(TcpStackOptions stack) => stack with { ResetsPerSecond = ResetsPerSecond, SynCookies = SynCookies };

    private static SynBudgets? BudgetsFrom(int perSource, int perPrefix) => (perSource, perPrefix) is (0, 0) ? null
        : new SynBudgets { PerSource = perSource == 0 ? int.MaxValue : perSource, PerPrefix = perPrefix == 0 ? int.MaxValue : perPrefix };
}
