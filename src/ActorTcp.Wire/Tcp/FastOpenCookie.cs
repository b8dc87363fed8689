using System.Runtime.CompilerServices;

namespace ActorTcp.Wire;

/// <summary>RFC 7413 §4.1.1: room for a Fast Open cookie of 4 to 16 octets.</summary>
[InlineArray(MaxLength)]
internal struct FastOpenCookie
{
    public const int MaxLength = 16;
    private byte _first;
}
