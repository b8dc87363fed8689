using System.Runtime.CompilerServices;

namespace ActorTcp.Wire;

/// <summary>RFC 7413 §4.1.1: room for a Fast Open cookie of 4 to 16 octets.</summary>
[InlineArray(MaxLength)]
internal struct FastOpenCookie
{
    public const int MaxLength = 16;

    /// <summary>The number of Fast Open among the experiments of kind 254.</summary>
    public const byte ExperimentHigh = 0xF9;
    public const byte ExperimentLow = 0x89;

    private byte _first;
}
