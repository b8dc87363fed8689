using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ActorTcp.Stack;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9112, from the request's octets to the connection's end.</summary>
public sealed partial class HttpOverTcp
{
    private const string Last = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    [Fact]
    public void A_page_shows_the_handshake_of_the_connection_that_fetched_it()
    {
        var heard = Ask(Last);
        Assert.StartsWith("HTTP/1.1 200 OK\r\nDate: Sat, 01 Jan 2000 00:00:00 GMT\r\n", heard, StringComparison.Ordinal);
        Assert.Contains("SYN seq 0<", heard, StringComparison.Ordinal);
        Assert.Contains("SYN-ACK seq 0 ack 1<", heard, StringComparison.Ordinal);
        Assert.Contains("ESTABLISHED<", heard, StringComparison.Ordinal);
        Assert.Contains("+20.000 ms<", heard, StringComparison.Ordinal);   // two ways of 10 ms each, virtual to the microsecond
        Assert.EndsWith("</html>\n", heard, StringComparison.Ordinal);
    }

    [Fact]
    public void The_content_is_as_long_as_it_says()
    {
        var parts = Ask(Last).Split("\r\n\r\n");
        Assert.Equal(Encoding.UTF8.GetByteCount(parts[1]), LengthIn(parts[0]));
    }

    [Fact]
    public void The_ladder_comes_as_text_too() =>
        Assert.Contains("├── SYN seq 0 ──", Ask("GET /handshake.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public void Counters_have_a_line_each_with_the_name_that_Linux_uses() =>
        Assert.Contains("\npassive_opens 1 TcpPassiveOpens\n", Ask("GET /counters?now HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public void Requests_in_a_row_are_answered_in_their_order()
    {
        var heard = Ask("GET /counters HTTP/1.1\r\nHost: a\r\n\r\nGET /none HTTP/1.1\r\nHost: a\r\n\r\n" + Last);
        Assert.Equal(["200", "404", "200"], Statuses(heard));
    }

    [Fact]
    public void More_requests_than_the_send_buffer_holds_answers_wait_and_none_is_lost()
    {
        var requests = string.Concat(Enumerable.Repeat("GET /counters HTTP/1.1\r\nHost: a\r\n\r\n", 1000));
        Assert.Equal(1001, Statuses(Ask(requests + Last)).Count());
    }

    [Fact]
    public void A_request_may_come_one_octet_at_a_time() =>
        Assert.Equal(["200"], Statuses(Ask([.. Last.Select(octet => octet.ToString())])));

    [Fact]
    public void Head_is_answered_without_the_content()
    {
        var heard = Ask("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        Assert.EndsWith("\r\n\r\n", heard, StringComparison.Ordinal);
        Assert.True(LengthIn(heard) > 1000);
    }

    [Fact]
    public void An_idle_connection_is_kept_until_the_client_closes()
    {
        var call = new ServiceCall(stack => new Http(stack));
        var caller = call.Call(new Caller("GET /none HTTP/1.1\r\nHost: a\r\n\r\n"));
        call.Network.Run(TimeSpan.FromMinutes(1));
        Assert.Contains("Connection: keep-alive", caller.Heard, StringComparison.Ordinal);
        Assert.False(caller.PeerHasClosed);
        Assert.Equal(1, call.Server.Stack.Connections);
    }

    [Fact]
    public void What_was_asked_before_the_client_closed_is_answered() =>
        Assert.Equal(["200"], Statuses(new ServiceCall(stack => new Http(stack)).ToTheEnd(new Caller("GET / HTTP/1.1\r\nHost: a\r\n\r\n") { HangsUp = true }).Heard));

    [Fact]
    public void After_a_refusal_the_rest_is_forgotten_and_the_answer_still_arrives() =>
        Assert.Equal(["431"], Statuses(Ask(["GET / HTTP/1.1\r\nX: " + new string('x', 30_000), new string('x', 30_000), new string('x', 30_000)])));

    private static string Ask(params string[] words) => new ServiceCall(stack => new Http(stack)).ToTheEnd(new Caller(words)).Heard;

    private static IEnumerable<string> Statuses(string heard) => StatusLine().Matches(heard).Select(match => match.Groups["status"].Value);

    private static int LengthIn(string heard) => int.Parse(ContentLength().Match(heard).Groups["length"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^HTTP/1\.1 (?<status>\d+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"Content-Length: (?<length>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContentLength();
}
