using ActorTcp.Lab;

namespace ActorTcp.Tests.Lab;

/// <summary>What a flow does, in words.</summary>
public sealed class Exchanges
{
    [Fact]
    public void Lines_commas_and_comments_separate_steps()
    {
        var exchange = ExchangeParser.Parse("# a greeting\nsend \"HELO # , ;\\r\\n\" # not all of this\n\ntake 3, hold 5ms; close rst\n", "host");

        Assert.Equal(CloseWay.Rst, exchange.Close);
        Assert.Equal("HELO # , ;\r\n"u8, Assert.IsType<Send>(exchange.Steps[0]).Text.Span);
        Assert.Equal([new Take(3), new Hold(TimeSpan.FromMilliseconds(5))], exchange.Steps.Skip(1));
    }

    [Fact]
    public void Octets_can_be_anything() =>
        Assert.Equal([0x00, 0xff, 0x09, 0x22, 0x5c, 0xc3, 0xa4, 0xf0, 0x9f, 0x98, 0x80],
            Assert.IsType<Send>(ExchangeParser.Parse("send \"\\0\\xff\\t\\\"\\\\ä😀\"", "").Steps[0]).Text.ToArray());

    [Fact]
    public void Http_asks_the_host_and_waits_for_the_end()
    {
        var steps = ExchangeParser.Parse("http /a", "10.1.0.1:80").Steps;

        Assert.Equal("GET /a HTTP/1.1\r\nHost: 10.1.0.1:80\r\nConnection: close\r\n\r\n"u8, Assert.IsType<Send>(steps[0]).Text.Span);
        Assert.IsType<TakeToEnd>(steps[^1]);
    }

    [Theory]
    [InlineData("shout", "'shout' is no step. Valid: handshake, send \"TEXT\", expect \"TEXT\"")]
    [InlineData("send PING", "'PING' is no text. Valid: between quotes")]
    [InlineData("send \"\"", "'\"\"' is no text.")]
    [InlineData("send \"\\q\"", "after a backslash stands one of r n t 0")]
    [InlineData("send \"\\x4\"", "after a backslash stands one of r n t 0")]
    [InlineData("take 0", "'0': at least 1 is needed.")]
    [InlineData("http index", "'index' is no path. Valid: http /")]
    [InlineData("hold 5", "'5' is no duration")]
    [InlineData("close fin, take 1", "'take 1' comes after the close.")]
    public void What_is_no_exchange_is_told_what_would_be(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => ExchangeParser.Parse(text, "host")).Message, StringComparison.Ordinal);
}
