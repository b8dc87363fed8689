using System.Globalization;
using System.Text;

namespace ActorTcp.Lab;

/// <summary>Exchanges as text: steps separated by line ends, commas or semicolons, one of them a close. Names stand for the usual ones.</summary>
internal static class ExchangeParser
{
    private const string Valid =
        "Valid: handshake, send \"TEXT\", expect \"TEXT\", take COUNT, take-until \"TEXT\", take-to-end, echo COUNT, http [PATH], tls, hold TIME, half-close, "
        + "close fin, close rst.";

    /// <exception cref="FormatException">It is no exchange; the message names the step and what would be valid.</exception>
    public static Exchange Parse(string text, string host)
    {
        var steps = new List<Step>();
        CloseWay? close = null;
        foreach (var line in Split(text).Where(line => line.Length > 0))
        {
            if (close is not null)
            {
                throw new FormatException($"'{line}' comes after the close.");
            }

            if (steps is [.., Tls] && Close(line) is null)
            {
                throw new FormatException($"'{line}' comes after tls: what follows it can only be a close.");
            }

            close = Close(line);
            steps.AddRange(close is null ? Steps(line, host) : []);
        }

        return new Exchange(steps, close ?? CloseWay.Fin) { Text = text.Trim() };
    }

    private static CloseWay? Close(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["close", "fin"] => CloseWay.Fin,
        ["close", "rst"] => CloseWay.Rst,
        _ => null,
    };

    private static Step[] Steps(string line, string host)
    {
        var (word, rest) = line.IndexOf(' ') is >= 0 and var space ? (line[..space], line[space..].Trim()) : (line, "");
        return (word, rest) switch
        {
            ("handshake", "") => [],
            ("send", _) => [new Send(Octets(rest))],
            ("expect", _) => [new Expect(Octets(rest))],
            ("take", _) => [new Take(Count(rest))],
            ("take-until", _) => [new TakeUntil(Octets(rest))],
            ("take-to-end", "") => [new TakeToEnd()],
            ("echo", _) => [new EchoOf(Count(rest))],
            ("http", _) => Http(rest is "" ? "/" : rest, host),
            ("tls", "") => [new Tls(host.Split(':')[0])],
            ("hold", _) => [new Hold(Quantity.Duration(rest))],
            ("half-close", "") => [new HalfClose()],
            _ => throw new FormatException($"'{line}' is no step. {Valid}"),
        };
    }

    /// <summary>RFC 9112: a request whose answer ends with the connection, and which succeeds.</summary>
    private static Step[] Http(string path, string host) => path.StartsWith('/') && !path.Any(char.IsWhiteSpace)
        ? [new Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")), new Expect("HTTP/1.1 2"u8.ToArray()), new TakeToEnd()]
        : throw new FormatException($"'{path}' is no path. Valid: http /, http /index.html.");

    private static int Count(string text) => Quantity.Count(text) is <= 1 << 30 and var count ? (int)count : throw new FormatException($"{text}: at most 1 GiB.");

    /// <summary>Text between quotes, with \r \n \t \0 \" \\ and \xHH.</summary>
    private static byte[] Octets(string text)
    {
        if (text is not ['"', .. var inner, '"'] || inner.Length == 0)
        {
            throw new FormatException($"'{text}' is no text. Valid: between quotes, such as \"PING\\r\\n\" or \"\\x00\\xff\".");
        }

        var octets = new List<byte>();
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] == '\\')
            {
                octets.Add(Escaped(inner[(i + 1)..], out var length));
                i += length;
            }
            else
            {
                var length = char.IsSurrogate(inner[i]) ? 2 : 1;
                octets.AddRange(Encoding.UTF8.GetBytes(inner.Substring(i, length)));
                i += length - 1;
            }
        }

        return [.. octets];
    }

    private static byte Escaped(string text, out int length)
    {
        length = text is ['x', ..] ? 3 : 1;
        return text switch
        {
            ['r', ..] => (byte)'\r',
            ['n', ..] => (byte)'\n',
            ['t', ..] => (byte)'\t',
            ['0', ..] => 0,
            ['"', ..] => (byte)'"',
            ['\\', ..] => (byte)'\\',
            ['x', var high, var low, ..] when char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low) =>
                byte.Parse([high, low], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            _ => throw new FormatException("after a backslash stands one of r n t 0 \" \\ or x and two hexadecimal digits."),
        };
    }

    /// <summary>The steps, without what follows a #; separators within quotes are text.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var step = new StringBuilder();
        var (isQuoted, isComment) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            isQuoted ^= c == '"' && !isComment && (i == 0 || text[i - 1] != '\\' || !isQuoted);
            isComment = c != '\n' && (isComment || (c == '#' && !isQuoted));
            if (c == '\n' || (!isQuoted && !isComment && c is ',' or ';'))
            {
                yield return step.ToString().Trim();
                step.Clear();
                isQuoted = false;
            }
            else if (!isComment)
            {
                step.Append(c);
            }
        }

        yield return step.ToString().Trim();
    }
}
