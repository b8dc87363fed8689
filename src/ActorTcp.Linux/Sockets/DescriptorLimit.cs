namespace ActorTcp.Linux;

/// <summary>getrlimit(2), RLIMIT_NOFILE: how many descriptors this process may have.</summary>
internal static unsafe class DescriptorLimit
{
    /// <summary>Raises it as far as the process may.</summary>
    /// <returns>What it was, and what it is.</returns>
    public static (long Was, long Is) Raise()
    {
        rlimit limit;
        if (LibcSockets.getrlimit(Sys.RLIMIT_NOFILE, &limit) != 0)
        {
            return (0, 0);
        }

        var was = limit.rlim_cur;
        limit.rlim_cur = limit.rlim_max;
        var isRaised = LibcSockets.setrlimit(Sys.RLIMIT_NOFILE, &limit) == 0;
        return ((long)was, (long)(isRaised ? limit.rlim_max : was));
    }
}
