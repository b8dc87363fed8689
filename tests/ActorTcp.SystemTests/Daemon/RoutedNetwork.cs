using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>
/// A client's namespace behind a router that the daemon runs on. What the router drops is lost on the way; were it dropped where it
/// is sent, the client's kernel would know at once (EPERM) and not count it as sent.
/// </summary>
internal sealed class RoutedNetwork : IDisposable
{
    /// <param name="segments">Each packet is one segment, so that each is dropped by itself; else the client's kernel sends many in one, as it does by default.</param>
    public RoutedNetwork(bool segments = true)
    {
        Client = TestNamespace.Create();
        Router = TestNamespace.Create();
        Ip(Client, "link", "add", "wire", "type", "veth", "peer", "name", "wire", "netns", Router.Name);

        SetUp(Client, segments, "10.76.0.1/24", "fd76::1/64");
        SetUp(Router, segments, "10.76.0.2/24", "fd76::2/64");
        Ip(Client, "route", "add", "default", "via", "10.76.0.2");
        Ip(Client, "route", "add", "default", "via", "fd76::2");
        Router.Run("sh", "-c", "for family in ipv4 ipv6; do echo 1 > /proc/sys/net/$family/conf/all/forwarding; done").MustSucceed();
    }

    public TestNamespace Client { get; }

    public TestNamespace Router { get; }

    /// <summary>Packets on their way through the router, to the daemon or from it, are dropped with this chance, in percent.</summary>
    public void Lose(int percent) => Router.Run("nft",
        $$"""
        table inet weather {
            chain forward {
                type filter hook forward priority 0;
                oifname "{{Daemon.Device}}" numgen random mod 100 < {{percent}} counter drop
                iifname "{{Daemon.Device}}" numgen random mod 100 < {{percent}} counter drop
            }
        }
        """).MustSucceed();

    /// <summary>Packets that may be marked are, with this chance, in percent: congestion experienced (RFC 3168 §5).</summary>
    /// <param name="family"><c>ip</c> or <c>ip6</c></param>
    public void Mark(string family, int percent) => Router.Run("nft",
        $$"""
        table inet weather {
            chain forward {
                type filter hook forward priority 0;
                {{family}} ecn ect0 numgen random mod 100 < {{percent}} counter {{family}} ecn set ce
            }
        }
        """).MustSucceed();

    /// <summary>Longer packets, in octets, never reach the client, and nobody hears of it. What the router forwards may be several in one: they are parted before the wire, and dropped behind it.</summary>
    public void Swallow(int longerThan)
    {
        Ip(Router, "link", "set", "wire", "gso_max_size", $"{longerThan}");
        Client.Run("nft",
            $$"""
            table inet weather {
                chain prerouting {
                    type filter hook prerouting priority -300;
                    iifname "wire" meta length > {{longerThan}} counter drop
                }
            }
            """).MustSucceed();
    }

    public void Dispose()
    {
        Client.Dispose();
        Router.Dispose();
    }

    private static void SetUp(TestNamespace ns, bool segments, string address, string addressV6)
    {
        Ip(ns, "address", "add", address, "dev", "wire");
        Ip(ns, "address", "add", addressV6, "dev", "wire", "nodad");
        Ip(ns, "link", "set", "wire", "up");
        if (segments)
        {
            Ip(ns, "link", "set", "wire", "gso_max_segs", "1");
        }
    }

    private static void Ip(TestNamespace ns, params ReadOnlySpan<string> arguments) => ns.Run("ip", arguments).MustSucceed();
}
