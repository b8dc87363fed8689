using ActorTcp.Protocol;

namespace ActorTcp.Testing;

/// <summary>What a script begins with. The initial numbers differ, so that none can stand for the other unseen.</summary>
internal sealed record ScriptStart
{
    /// <summary>ISS: this side's initial sequence number.</summary>
    public uint Iss { get; init; } = 1_000_000;

    /// <summary>IRS: the peer's.</summary>
    public uint Irs { get; init; } = 3_000_000_000;

    public ConnectionSettings Settings { get; init; } = ConnectionSettings.Default;

    public int Mtu { get; init; } = 1500;

    public bool IsV4 { get; init; } = true;
}
