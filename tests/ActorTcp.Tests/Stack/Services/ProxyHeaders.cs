using System.Net;
using ActorTcp.Stack;

namespace ActorTcp.Tests.Stack;

/// <summary>PROXY protocol, version 2: what the server behind a proxy learns of its client.</summary>
public sealed class ProxyHeaders
{
    private const string Signature = "0D0A0D0A000D0A515549540A";

    [Theory]
    [InlineData("10.9.0.1:1000", "10.1.0.1:80", Signature + "2111000C" + "0A090001" + "0A010001" + "03E8" + "0050")]
    [InlineData("[fd09::1]:65535", "[fd01::2]:1", Signature + "21210024" + "FD090000000000000000000000000001" + "FD010000000000000000000000000002" + "FFFF" + "0001")]
    public void Name_both_ends(string client, string asked, string octets) =>
        Assert.Equal(octets, Convert.ToHexString(ProxyHeader.For(IPEndPoint.Parse(client), IPEndPoint.Parse(asked))));
}
