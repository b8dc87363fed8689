using System.Runtime.CompilerServices;

namespace ActorTcp.Wire;

/// <summary>Room for the four blocks that fit in one SACK option (RFC 2018 §3).</summary>
[InlineArray(Capacity)]
internal struct SackBlocks
{
    public const int Capacity = 4;
    private SackBlock _first;
}
