using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>How the connections of <c>actortcp serve</c> deal with a path that is full.</summary>
internal sealed record CongestionOptions
{
    public required CongestionAlgorithm Algorithm { get; init; }

    public required EcnMode Ecn { get; init; }

    /// <exception cref="BadInputException">A value cannot be.</exception>
    public static CongestionOptions From(SettingLayers layers) => new()
    {
        Algorithm = layers.One(ServeSettings.Congestion, Parse.Choice<CongestionAlgorithm>(), ConnectionSettings.Default.CongestionAlgorithm),
        Ecn = layers.One(ServeSettings.Ecn, Parse.Choice<EcnMode>(), ConnectionSettings.Default.Ecn),
    };

    public ListenOptions On(ListenOptions listen) => listen with
    {
        Connection = listen.Connection with { CongestionAlgorithm = Algorithm, Ecn = Ecn },
    };
}
