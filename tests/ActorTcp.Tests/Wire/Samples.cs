using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>Addresses, tuples and option sets that the tests of the wire share.</summary>
internal static class Samples
{
    public static readonly PathAttributes Path = new(HopLimit: 61, TrafficClass: 0xB9, FlowLabel: 0x5_4321, Identification: 0xBEEF);

    public static FourTuple Tuple(bool v4) => v4
        ? new FourTuple(IpAddr.Parse("192.0.2.1"), 443, IpAddr.Parse("198.51.100.7"), 50_000)
        : new FourTuple(IpAddr.Parse("2001:db8::1"), 443, IpAddr.Parse("2001:db8:ffff::7"), 50_000);

    /// <summary>Every known option of <paramref name="kinds"/> with a value of its own.</summary>
    public static TcpOptions Options(OptionKinds kinds, int sackCount = 4, int cookieLength = 8)
    {
        var options = new TcpOptions
        {
            Present = kinds,
            Mss = 1460,
            WindowScale = 7,
            TsVal = 0x0102_0304,
            TsEcr = 0xF1F2_F3F4,
            UserTimeout = 0x8005,
        };
        if (options.Has(OptionKinds.Sack))
            options.SackCount = (byte)sackCount;
        if (options.Has(OptionKinds.FastOpen))
            options.CookieLength = (byte)cookieLength;
        for (var i = 0; i < options.SackCount; i++)
            options.Sacks[i] = new SackBlock(new SeqNum(0xFFFF_FF00 + 1000u * (uint)i), new SeqNum(0xFFFF_FF00 + 1000u * (uint)i + 500));
        for (var i = 0; i < options.CookieLength; i++)
            options.Cookie[i] = (byte)(0xC0 + i);
        return options;
    }

    /// <summary>Octets written in hexadecimal, with spaces where they help.</summary>
    public static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));
}
