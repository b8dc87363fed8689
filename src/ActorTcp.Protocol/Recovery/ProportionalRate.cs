namespace ActorTcp.Protocol;

/// <summary>RFC 6937 and RFC 9937, PRR: during fast recovery what is delivered lets a proportional part go out, so that at its end the flight is ssthresh, without a pause and without a burst.</summary>
internal struct ProportionalRate
{
    private uint _recoverFs;
    private uint _delivered;
    private uint _out;

    /// <summary>Whether anything was sent during recovery.</summary>
    public readonly bool HasSent => _out > 0;

    /// <summary>Fast recovery begins with <paramref name="flight"/> octets in flight: RecoverFS.</summary>
    public void Begin(uint flight)
    {
        _recoverFs = flight;
        _delivered = 0;
        _out = 0;
    }

    /// <summary>prr_out: so much was sent during recovery.</summary>
    public void Sent(uint octets) => _out += octets;

    /// <summary>An ACK in recovery: how many octets may go out now besides the <paramref name="pipe"/> octets that are underway.</summary>
    /// <param name="delivered">DeliveredData: what this ACK tells of for the first time.</param>
    /// <param name="threshold">ssthresh</param>
    /// <param name="isSafe">SafeACK: SND.UNA has moved and nothing more is lost, so the network has room.</param>
    public uint Allowance(uint delivered, uint pipe, uint threshold, uint mss, bool isSafe)
    {
        _delivered += delivered;
        if (pipe > threshold)
        {
            var flight = Math.Max(_recoverFs, 1);
            var share = (((ulong)_delivered * threshold) + flight - 1) / flight;
            return share > _out ? (uint)(share - _out) : 0;
        }

        var limit = Math.Max(_delivered > _out ? _delivered - _out : 0, delivered) + (isSafe ? mss : 0);
        return Math.Min(threshold - pipe, limit);
    }
}
