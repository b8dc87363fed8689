using System.Text;
using ActorTcp.Stack;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9112 §2 to §6 and §9.3: what a request's head is taken for.</summary>
public sealed class HttpRequests
{
    [Theory]
    [InlineData("GET / HTTP/1.1|Host: a", 200, true)]
    [InlineData("HEAD / HTTP/1.1|Host: a", 200, true)]
    [InlineData("GET / HTTP/1.1|host:a|CONNECTION: foo , Close", 200, false)]
    [InlineData("GET / HTTP/1.0", 200, false)]
    [InlineData("GET / HTTP/1.0|Connection: Keep-Alive", 200, true)]
    [InlineData("GET / HTTP/1.2|Host: a", 200, true)]
    [InlineData("POST / HTTP/1.1|Host: a|Content-Length: 0", 405, true)]
    [InlineData("POST / HTTP/1.1|Host: a|Content-Length: 3", 405, false)]
    [InlineData("POST / HTTP/1.1|Host: a|Transfer-Encoding: chunked", 411, false)]
    [InlineData("get / HTTP/1.1|Host: a", 405, true)]
    [InlineData("GET / HTTP/2.0|Host: a", 505, false)]
    [InlineData("GET / HTTP/1.1", 400, false)]
    [InlineData("GET / HTTP/1.1|Host: a|Host: a", 400, false)]
    [InlineData("GET  / HTTP/1.1|Host: a", 400, false)]
    [InlineData("GET / HTTP/1.1 |Host: a", 400, false)]
    [InlineData("GET / HTTP/11|Host: a", 400, false)]
    [InlineData("GET / http/1.1|Host: a", 400, false)]
    [InlineData("GET /\u00e9 HTTP/1.1|Host: a", 400, false)]
    [InlineData("GET /", 400, false)]
    [InlineData("G(T / HTTP/1.1|Host: a", 400, false)]
    [InlineData("GET / HTTP/1.1|Host : a", 400, false)]
    [InlineData("GET / HTTP/1.1|Host: a|X: 1| folded", 400, false)]
    [InlineData("GET / HTTP/1.1|Host: a|no field", 400, false)]
    [InlineData("GET / HTTP/1.1|Host: a|X: a\rb", 400, false)]
    [InlineData("GET / HTTP/1.1|Host: a|Content-Length: 1|Content-Length: 2", 400, false)]
    [InlineData("GET / HTTP/1.1|Host: a|Content-Length: +1", 400, false)]
    [InlineData("GET / HTTP/1.1|Host: a|Content-Length: 1|Transfer-Encoding: chunked", 400, false)]
    [InlineData("GET / HTTP/1.1|Host: a|Transfer-Encoding: chunked|Content-Length: 1", 400, false)]
    public void A_head_is_accepted_or_refused(string lines, int status, bool persists)
    {
        var request = Read(lines.Replace("|", "\r\n", StringComparison.Ordinal) + "\r\n\r\n");
        Assert.Equal((status, persists), ((int)request!.Status, request.Persists));
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/a/b?c=d?e", "/a/b")]
    [InlineData("http://somewhere:80/a?b", "/a")]
    [InlineData("HTTP://somewhere", "/")]
    [InlineData("*", "*")]
    public void The_path_is_taken_from_either_form_of_target(string target, string path) =>
        Assert.Equal(path, Read($"GET {target} HTTP/1.1\r\nHost: a\r\n\r\n")!.Path);

    [Theory]
    [InlineData("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\nHost: a\n\n")]
    public void Empty_lines_before_it_and_bare_line_feeds_are_borne(string head) => Assert.Equal(HttpStatus.Ok, Read(head)!.Status);

    [Fact]
    public void Wherever_it_is_cut_it_is_the_same_request()
    {
        const string Two = "GET /one HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\nHEAD /two HTTP/1.0\r\n\r\n";
        for (var cut = 0; cut <= Two.Length; cut++)
        {
            var reader = new HttpRequestReader();
            HttpRequest?[] read = [.. ReadAll(reader, Two[..cut]), .. ReadAll(reader, Two[cut..])];
            Assert.Equal([("/one", false), ("/two", true)], read.Select(request => (request!.Path, request.IsHead)));
        }
    }

    [Fact]
    public void A_head_of_8_KiB_is_read_and_a_longer_one_refused()
    {
        string Head(int length) => $"GET / HTTP/1.1\r\nHost: a\r\nX: {new string('x', length - 32)}\r\n\r\n";
        Assert.Equal(HttpRequestReader.Limit, Head(HttpRequestReader.Limit).Length);
        Assert.Equal(HttpStatus.Ok, Read(Head(HttpRequestReader.Limit))!.Status);
        Assert.Equal(HttpStatus.RequestHeaderFieldsTooLarge, Read(Head(HttpRequestReader.Limit + 1))!.Status);
    }

    [Fact]
    public void No_octets_make_it_throw()
    {
        var random = new Random(9112);
        var sample = Encoding.ASCII.GetBytes("GET /a?b HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close, x\r\n\r\n");
        for (var i = 0; i < 20_000; i++)
        {
            var octets = (byte[])sample.Clone();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                octets[random.Next(octets.Length)] = (byte)random.Next(256);
            }

            ReadAll(new HttpRequestReader(), Encoding.Latin1.GetString(octets));
        }
    }

    private static HttpRequest? Read(string text) => ReadAll(new HttpRequestReader(), text).FirstOrDefault();

    private static List<HttpRequest> ReadAll(HttpRequestReader reader, string text)
    {
        var requests = new List<HttpRequest>();
        ReadOnlySpan<byte> rest = Encoding.Latin1.GetBytes(text);
        while (!rest.IsEmpty)
        {
            if (reader.Read(ref rest) is { } request)
            {
                requests.Add(request);
                if (request.Status == HttpStatus.RequestHeaderFieldsTooLarge)
                {
                    break;
                }
            }
        }

        return requests;
    }
}
