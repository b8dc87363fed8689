using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>How the connections of <c>actortcp serve</c> deal with their path: when it is full, and how large a packet it carries.</summary>
internal sealed record CongestionOptions
{
    public required CongestionAlgorithm Algorithm { get; init; }

    public required EcnMode Ecn { get; init; }

    public required MtuProbing MtuProbing { get; init; }

    /// <exception cref="BadInputException">A value cannot be.</exception>
    public static CongestionOptions From(SettingLayers layers) => new()
    {
        Algorithm = layers.One(ServeSettings.Congestion, Parse.Choice<CongestionAlgorithm>(), ConnectionSettings.Default.CongestionAlgorithm),
        Ecn = layers.One(ServeSettings.Ecn, Parse.Choice<EcnMode>(), ConnectionSettings.Default.Ecn),
        MtuProbing = layers.One(ServeSettings.MtuProbing, Parse.Choice<MtuProbing>(), ConnectionSettings.Default.MtuProbing),
    };

    public ListenOptions On(ListenOptions listen) => listen with
    {
        Connection = listen.Connection with { CongestionAlgorithm = Algorithm, Ecn = Ecn, MtuProbing = MtuProbing },
    };
}
