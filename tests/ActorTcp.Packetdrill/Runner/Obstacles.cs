using System.Text.RegularExpressions;

namespace ActorTcp.Packetdrill;

/// <summary>What a script's text tells of what it needs and this stack does not offer, in a sentence each.</summary>
internal static class Obstacles
{
    private static readonly (Regex Sign, string Reason)[] Known =
    [
        (Sign("TCP_FASTOPEN_KEY"), "Fast Open's keys are those of the stack, not of one listener"),
        (Sign(@"setsockopt\([^\n]*TCP_MAXSEG"), "a limit of the segment size below the device's is not offered"),
        (Sign("TCP_FASTOPEN_CONNECT"), "it tests an option of Linux's sockets, by which connect() does nothing until text is written"),
        (Sign(@"udp_tunneling_port=[1-9]|--udp_encapsulation"), "TCP over UDP is not offered"),
        (Sign(@"tcp_ecn=[3-9]|ecn\.enable=[3-9]"), "accurate ECN (RFC 9768) is not offered"),
        (Sign(@"TCP_MD5SIG|md5 "), "the MD5 option (RFC 2385) is not offered"),
        (Sign(@"TCP_RACK_"), "it chooses FreeBSD's RACK stack"),
        (Sign(@"MSG_ZEROCOPY|SO_TIMESTAMPING|scm_"), "it tests a service of Linux's sockets, not TCP"),
        (Sign(@"MSG_MORE|MSG_EOR|TCP_CORK|sendfile"), "it tests how Linux's sockets collect writes"),
    ];

    private static Regex Sign(string pattern) => new(pattern, RegexOptions.NonBacktracking);

    public static string? In(string text)
    {
        foreach (var (sign, reason) in Known)
        {
            if (sign.IsMatch(text))
            {
                return reason;
            }
        }

        return null;
    }
}
