using ActorTcp.Cli;

namespace ActorTcp.Tests.Cli;

/// <summary>sd-daemon(3): a line's priority stands in front of it, where standard error is the journal.</summary>
public sealed class LinesForTheJournal
{
    [Theory]
    [InlineData("error: no", "<3>error: no\n")]
    [InlineData("failed: connection 1", "<3>failed: connection 1\n")]
    [InlineData("warning: later", "<4>warning: later\n")]
    [InlineData("note: policy", "<5>note: policy\n")]
    [InlineData("counters packets_in=1", "<6>counters packets_in=1\n")]
    [InlineData("note: two\nlines", "<5>note: two\n<6>lines\n")]
    public void Begin_with_the_priority_that_their_first_word_stands_for(string line, string written)
    {
        var journal = new StringWriter();
        using var writer = new JournalWriter(journal);
        writer.WriteLine(line);
        Assert.Equal(written, journal.ToString());
    }

    [Theory]
    [InlineData("8:4711", "socket:[4711]", true)]
    [InlineData("8:4711", "socket:[4712]", false)]
    [InlineData("8:4711", "pipe:[4711]", false)]
    [InlineData(null, "socket:[4711]", false)]
    [InlineData("8:4711", null, false)]
    public void Are_for_the_journal_where_standard_error_is_the_socket_that_systemd_names(string? stream, string? standardError, bool isJournal) =>
        Assert.Equal(isJournal, JournalWriter.IsWhere(_ => stream, standardError));
}
