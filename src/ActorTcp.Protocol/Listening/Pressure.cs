namespace ActorTcp.Protocol;

/// <summary>How a listener behaves, for the number of peers that have not proved their address.</summary>
public enum Pressure
{
    Calm,

    /// <summary>There are more of them than usual.</summary>
    Pressed,

    /// <summary>The limit was reached.</summary>
    Flooded,
}
