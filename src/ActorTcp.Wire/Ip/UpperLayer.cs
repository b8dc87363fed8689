namespace ActorTcp.Wire;

/// <summary>Where the extension headers of an IPv6 packet end; positions are octets from the start of the packet.</summary>
/// <param name="Protocol">What the payload is.</param>
/// <param name="PayloadAt">Where it begins.</param>
/// <param name="NextHeaderAt">Where the Next Header field stands that named it: an ICMPv6 Parameter Problem points there.</param>
internal readonly record struct UpperLayer(IpProtocol Protocol, int PayloadAt, int NextHeaderAt);
