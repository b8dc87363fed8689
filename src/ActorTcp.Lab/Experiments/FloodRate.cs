using System.Globalization;

namespace ActorTcp.Lab;

/// <summary>Packets of the flood in a second; 0 is the idle server that everything is compared with.</summary>
internal readonly record struct FloodRate(int PerSecond)
{
    /// <summary>More is asked of no machine.</summary>
    public const int Limit = 10_000_000;

    /// <summary>As many as this machine makes: for engines with real packets.</summary>
    public static FloodRate Most => new(int.MaxValue);

    public bool IsMost => PerSecond == int.MaxValue;

    public bool IsIdle => PerSecond == 0;

    public override string ToString() => IsMost ? "max" : PerSecond.ToString("N0", CultureInfo.InvariantCulture);
}
