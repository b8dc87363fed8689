using System.Globalization;
using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 7413 §4.1.2.</summary>
[Rule("RFC 7413", "§4.1.2")]
public sealed class FastOpenCookieMaking
{
    private static readonly FourTuple Connection = Between("10.9.0.1", "10.1.0.1");

    private readonly FastOpenCookies _cookies = new(FastOpenKeys.Rotating(new SipKey(1, 2), 12.Hours()));

    /// <summary>As a Linux of version 5.4 or later answers with this net.ipv4.tcp_fastopen_key.</summary>
    [Theory]
    [InlineData("a1a1a1a1-b2b2b2b2-c3c3c3c3-d4d4d4d4", "192.0.2.1", "192.168.0.1", "3021b9d889017eeb")]
    [InlineData("a1a1a1a1-b2b2b2b2-c3c3c3c3-d4d4d4d4", "fd3d:fa7b:d17d::1", "fd3d:0a0b:17d6::1", "c1d1e9742a47a9bc")]
    [InlineData("a0bf63f7-ed803d81-cd641d30-cebc4a90", "10.248.0.2", "192.168.0.2", "00abaaabe8e954c2")]
    public void The_same_key_makes_the_same_cookies_as_Linux(string key, string client, string server, string cookie)
    {
        var words = key.Split('-').Select(static word => uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
        var sipKey = new SipKey((ulong)words[1] << 32 | words[0], (ulong)words[3] << 32 | words[2]);
        var made = new FastOpenCookies(FastOpenKeys.Given(sipKey, sipKey)).Make(Between(client, server), TimeSpan.Zero);
        Assert.Equal(cookie, Hexadecimal(made));
    }

    [Fact]
    public void A_cookie_is_good_for_its_addresses_whatever_the_ports()
    {
        var cookie = _cookies.Make(in Connection, 1.Hours());
        Assert.Equal(CookieVerdict.Fresh, _cookies.Judge(in cookie, Connection with { RemotePort = 7, LocalPort = 8 }, 2.Hours()));
        Assert.Equal(CookieVerdict.Invalid, _cookies.Judge(in cookie, Between("10.9.0.2", "10.1.0.1"), 2.Hours()));
        Assert.Equal(CookieVerdict.Invalid, _cookies.Judge(in cookie, Between("10.9.0.1", "10.1.0.2"), 2.Hours()));
    }

    [Fact]
    public void A_cookie_ages_with_its_key_and_expires_with_the_next()
    {
        var cookie = _cookies.Make(in Connection, 11.Hours());
        Assert.Equal(CookieVerdict.Fresh, _cookies.Judge(in cookie, in Connection, 11.Hours()));
        Assert.Equal(CookieVerdict.Ageing, _cookies.Judge(in cookie, in Connection, 12.Hours()));
        Assert.Equal(CookieVerdict.Ageing, _cookies.Judge(in cookie, in Connection, 23.Hours()));
        Assert.Equal(CookieVerdict.Invalid, _cookies.Judge(in cookie, in Connection, 24.Hours()));
    }

    [Fact]
    public void Every_bit_counts_and_so_does_the_length()
    {
        var cookie = _cookies.Make(in Connection, TimeSpan.Zero);
        for (var bit = 0; bit < 64; bit++)
        {
            var forged = cookie.Cookie;
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(CookieVerdict.Invalid, _cookies.Judge(cookie with { Cookie = forged }, in Connection, TimeSpan.Zero));
        }

        Assert.Equal(CookieVerdict.Invalid, _cookies.Judge(cookie with { Length = 4 }, in Connection, TimeSpan.Zero));
        Assert.Equal(CookieVerdict.Invalid, _cookies.Judge(cookie with { Length = 16 }, in Connection, TimeSpan.Zero));
    }

    private static string Hexadecimal(FastOpenOption option)
    {
        var cookie = option.Cookie;
        return Convert.ToHexStringLower(cookie[..option.Length]);
    }

    private static FourTuple Between(string client, string server) => new(IpAddr.From(IPAddress.Parse(server)), 80, IpAddr.From(IPAddress.Parse(client)), 1000);
}
