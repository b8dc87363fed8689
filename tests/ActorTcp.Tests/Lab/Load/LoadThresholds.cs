using System.Text;
using ActorTcp.Lab;

namespace ActorTcp.Tests.Lab;

/// <summary>What a result must not be, and results kept for later.</summary>
public sealed class LoadThresholds
{
    [Theory]
    [InlineData("p99>5ms", true, "4 ms")]
    [InlineData("p99>3.9ms", false, "4 ms")]
    [InlineData("connect.p50>1ms", false, "2.01 ms")]
    [InlineData("connect.max<1s", false, "4 ms")]
    [InlineData("p99.9 > 5ms", true, "4 ms")]
    [InlineData("first-byte.mean>6ms", true, "5 ms")]
    [InlineData("syn-ack.p50>1us", true, "0 s")]
    [InlineData("failed>1", true, "1")]
    [InlineData("failed>0", false, "1")]
    [InlineData("failed>24%", false, "25 %")]
    [InlineData("failed>25%", true, "25 %")]
    [InlineData("not-started>2", false, "3")]
    [InlineData("late>0", true, "0")]
    [InlineData("rate<1/s", false, "0.3/s")]
    [InlineData("rate<0.3/s", true, "0.3/s")]
    public void A_threshold_holds_or_not_and_says_what_was_measured(string text, bool holds, string measured)
    {
        var check = LoadThreshold.Parse(text).Of(Result());

        Assert.Equal((holds, measured), (check.Holds, check.Measured));
    }

    [Theory]
    [InlineData("p99")]
    [InlineData("p0>1ms")]
    [InlineData("p101>1ms")]
    [InlineData("px>1ms")]
    [InlineData("p99>5")]
    [InlineData("banner.p99>5ms")]
    [InlineData("rate<5")]
    [InlineData("failed>x")]
    public void What_is_no_threshold_is_refused(string text) => Assert.Throws<FormatException>(() => LoadThreshold.Parse(text));

    [Fact]
    public void A_result_comes_back_from_its_file()
    {
        var file = new MemoryStream();
        LoadResultFile.Write(Result(), file);
        file.Position = 0;
        var read = LoadResultFile.Read(file);

        Assert.Equal(Result().Job, read.Job);
        Assert.Equal((4, 3, 1, TimeSpan.FromMilliseconds(4)), (read.Tally.Started, read.Tally.Connected, read.Tally.Failed, read.Tally.Connect.Max));
        Assert.Equal(2, Assert.Single(read.Seconds).Connect.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void Another_file_is_no_result(string text) =>
        Assert.Throws<FormatException>(() => LoadResultFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Results_of_two_generators_add_up()
    {
        var sum = new LoadTally();
        sum.Add(Result().Tally);
        sum.Add(Result().Tally);

        Assert.Equal((8, 6, 2, 6, 6), (sum.Started, sum.Connected, sum.Failed, sum.NotStarted, sum.Connect.Count));
        Assert.Equal((2, 4, 4), (Both().Second, Both().Connected, Both().Connect.Count));

        static LoadSecond Both() => Second() + Second();
    }

    [Fact]
    public void The_findings_name_the_limit()
    {
        var result = Result();
        Assert.Contains("3 flows that the plan wanted never started", LoadFindings.Of(result), StringComparison.Ordinal);
        Assert.Contains("1 of 4 flows failed: 1 timed out", LoadFindings.Of(result), StringComparison.Ordinal);
        Assert.DoesNotContain("The generator itself was the limit", LoadFindings.Of(result), StringComparison.Ordinal);

        result.Tally.Late = 1;
        result.Tally.HeldBack = 2;
        Assert.Contains("The generator itself was the limit: 1 flows", LoadFindings.Of(result), StringComparison.Ordinal);
        Assert.Contains("The target could not follow: 2 flows", LoadFindings.Of(result), StringComparison.Ordinal);
    }

    private static LoadResult Result()
    {
        var tally = new LoadTally { Started = 4, Connected = 3, NotStarted = 3 };
        tally.Ends[FlowEnd.Completed] = 3;
        tally.Ends[FlowEnd.TimedOut] = 1;
        foreach (var milliseconds in (int[])[1, 2, 4])
        {
            tally.Connect.Record(TimeSpan.FromMilliseconds(milliseconds));
        }

        tally.FirstByte.Record(TimeSpan.FromMilliseconds(5));
        return new LoadResult
        {
            Job = new LoadJob { Target = "10.0.0.1:80", Plan = "inject 1/s for 10s", Exchange = "handshake", Engine = LoadEngine.Kernel },
            Began = DateTimeOffset.UnixEpoch,
            Lasted = TimeSpan.FromSeconds(11),
            ProcessorTime = TimeSpan.FromSeconds(1),
            Memory = 1 << 20,
            Tally = tally,
            Seconds = [Second()],
            Notes = [],
        };
    }

    private static LoadSecond Second()
    {
        var second = new LoadSecond { Second = 2, Connected = 2 };
        second.Connect.Record(TimeSpan.FromMilliseconds(1));
        second.Connect.Record(TimeSpan.FromMilliseconds(2));
        return second;
    }
}
