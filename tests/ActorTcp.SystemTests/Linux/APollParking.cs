using System.Diagnostics;
using ActorTcp.Linux;

namespace ActorTcp.SystemTests;

/// <summary>A thread that waits in the kernel until there is something to do.</summary>
public sealed class APollParking
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public void Ends_when_the_time_has_passed_and_not_before()
    {
        using var parking = new PollParking();
        var started = Stopwatch.GetTimestamp();

        parking.Park(TimeSpan.FromMicroseconds(300));
        var early = Stopwatch.GetElapsedTime(started);

        Assert.InRange(early, TimeSpan.FromMicroseconds(300), Long);
    }

    [Fact]
    public void Does_not_wait_when_it_was_woken_before()
    {
        using var parking = new PollParking();
        parking.Wake();
        parking.Wake();

        Assert.InRange(Parked(parking, Long), TimeSpan.Zero, Long / 2);
    }

    [Fact]
    public void Remembers_a_wake_only_once()
    {
        using var parking = new PollParking();
        parking.Wake();
        parking.Park(Long);

        Assert.InRange(Parked(parking, TimeSpan.FromMilliseconds(5)), TimeSpan.FromMilliseconds(5), Long);
    }

    [Fact]
    public void Loses_no_wake_between_two_threads_that_wake_one_another()
    {
        const int Rounds = 20_000;
        using var ping = new PollParking();
        using var pong = new PollParking();
        var turn = 0;
        var started = Stopwatch.GetTimestamp();
        var other = new Thread(() => Play(pong, ping, first: 1));
        other.Start();
        Play(ping, pong, first: 0);
        other.Join();

        // One lost wake alone would cost the whole timeout.
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Long);
        Assert.Equal(Rounds, turn);

        void Play(PollParking mine, PollParking theirs, int first)
        {
            for (var mineNow = first; mineNow < Rounds; mineNow += 2)
            {
                while (Volatile.Read(ref turn) != mineNow)
                {
                    mine.Park(Long);
                }

                Volatile.Write(ref turn, mineNow + 1);
                theirs.Wake();
            }
        }
    }

    [Fact]
    public void A_wake_after_the_end_does_no_harm()
    {
        var parking = new PollParking();
        parking.Dispose();
        parking.Wake();
    }

    [Fact]
    public void Parking_and_waking_allocate_nothing()
    {
        using var parking = new PollParking();
        parking.Park(TimeSpan.Zero);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            parking.Wake();
            parking.Park(Long);
            parking.Park(TimeSpan.Zero);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static TimeSpan Parked(PollParking parking, TimeSpan timeout)
    {
        var started = Stopwatch.GetTimestamp();
        parking.Park(timeout);
        return Stopwatch.GetElapsedTime(started);
    }
}
