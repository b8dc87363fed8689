using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>
/// End points to speak from: every port from 1024 up, of every address. Addresses change from flow to flow and ports only after all addresses have had
/// their turn, so that none is used again before all have been.
/// </summary>
/// <param name="part">Which of several generators this is; each has end points of its own.</param>
internal sealed class SourcePool(AddressPool addresses, int part = 0, int parts = 1)
{
    private const int FirstPort = 1024;
    private const int Ports = 65536 - FirstPort;

    private long _next = part;

    public AddressPool Addresses => addresses;

    /// <summary>How many there are for this generator.</summary>
    public long Count => ((addresses.Count * Ports) - part + parts - 1) / parts;

    public (IpAddr Address, ushort Port) Next()
    {
        var n = _next;
        _next += parts;
        return (addresses[n], (ushort)(FirstPort + (n / addresses.Count % Ports)));
    }
}
