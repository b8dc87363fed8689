using System.Runtime.InteropServices;

namespace ActorTcp.Benchmarks;

/// <summary>Processor time of the calling thread (clock_gettime(2)): other programs on the machine take none of it, though they take the caches.</summary>
internal static class ThreadClock
{
    private const int ThreadProcessorTime = 3;

    public static TimeSpan Now
    {
        get
        {
            _ = GetTime(ThreadProcessorTime, out var time);
            return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick);
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Timespec time);

    private readonly struct Timespec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
