namespace ActorTcp.Fuzzing;

/// <summary>Settings of a network namespace without which Linux would answer by the clock instead of by the packet, or not every time.</summary>
internal static class KernelSettings
{
    private static readonly (string Name, string Value)[] All =
    [
        ("ipv4/tcp_invalid_ratelimit", "0"),
        ("ipv4/tcp_challenge_ack_limit", "2147483647"),
        ("ipv4/tcp_syncookies", "0"),
        ("ipv4/tcp_early_retrans", "0"),
        ("ipv4/tcp_max_syn_backlog", "65536"),
        ("ipv4/tcp_max_tw_buckets", "1000000"),
        ("ipv4/tcp_rfc1337", "1"),
        ("ipv4/tcp_moderate_rcvbuf", "0"),
        ("ipv4/tcp_ecn", "0"),
        ("ipv4/tcp_no_metrics_save", "1"),
        ("ipv4/tcp_slow_start_after_idle", "0"),
        ("ipv4/conf/all/rp_filter", "0"),
        ("core/somaxconn", "65536"),
    ];

    /// <summary>Sets them for the namespace of the calling thread. An older or newer kernel may not have all.</summary>
    public static void Apply()
    {
        foreach (var (name, value) in All)
        {
            var path = $"/proc/sys/net/{name}";
            if (File.Exists(path))
            {
                File.WriteAllText(path, value);
            }
        }
    }
}
