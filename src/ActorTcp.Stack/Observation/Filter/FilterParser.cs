using System.Globalization;
using System.Net;
using System.Numerics;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Reads a <see cref="ConnectionFilter"/>: alternatives of conjunctions of conditions.</summary>
internal sealed class FilterParser(string text)
{
    private readonly string[] _words = text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private int _next;

    private string? Word => _next < _words.Length ? _words[_next] : null;

    /// <exception cref="FormatException">The message names the valid words.</exception>
    public Func<FilterSubject, bool> Parse()
    {
        var any = Alternatives();
        return Word is null ? any : throw Unexpected();
    }

    private Func<FilterSubject, bool> Alternatives()
    {
        var either = Conjunction();
        while (Word == "or")
        {
            _next++;
            var (former, other) = (either, Conjunction());
            either = subject => former(subject) || other(subject);
        }

        return either;
    }

    private Func<FilterSubject, bool> Conjunction()
    {
        var all = Condition();
        while (Word is not (null or "or" or ")"))
        {
            _next += Word == "and" ? 1 : 0;
            var (former, other) = (all, Condition());
            all = subject => former(subject) && other(subject);
        }

        return all;
    }

    private Func<FilterSubject, bool> Condition()
    {
        switch (Word)
        {
            case "not":
                _next++;
                var denied = Condition();
                return subject => !denied(subject);
            case "(":
                _next++;
                var inner = Alternatives();
                _ = Word == ")" ? _next++ : throw Unexpected();
                return inner;
            case "port" when Port() is var port:
                return subject => subject.Tuple.LocalPort == port || subject.Tuple.RemotePort == port;
            case "sport" when Port() is var port:
                return subject => subject.Tuple.LocalPort == port;
            case "dport" when Port() is var port:
                return subject => subject.Tuple.RemotePort == port;
            case "host" when Addresses() is var prefix:
                return subject => prefix.Contains(subject.Tuple.Local) || prefix.Contains(subject.Tuple.Remote);
            case "src" when Addresses() is var prefix:
                return subject => prefix.Contains(subject.Tuple.Local);
            case "dst" when Addresses() is var prefix:
                return subject => prefix.Contains(subject.Tuple.Remote);
            case "state":
                var states = StateNames.Parse(Value("the name of a state"));
                return subject => states.Contains(subject.State);
            case "id" when Number<long>("the number of a connection") is var id:
                return subject => subject.Id == id;
            default:
                throw Unexpected();
        }
    }

    private ushort Port() => Number<ushort>("a port, 0 to 65535");

    private T Number<T>(string what)
        where T : INumberBase<T>
    {
        var word = Value(what);
        return T.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{word}' is not {what}.");
    }

    private Prefix Addresses()
    {
        var word = Value("an address or a prefix");
        if (IPAddress.TryParse(word, out var address))
        {
            return new Prefix(IpAddr.From(address), 128);
        }

        return IPNetwork.TryParse(word, out var network) ? Prefix.From(network)
            : throw new FormatException($"'{word}' is neither an address nor a prefix. Valid: such as 10.77.1.2, 10.77.0.0/16 or fd77::/64.");
    }

    /// <summary>What follows a word that wants something.</summary>
    private string Value(string what)
    {
        var asking = _words[_next++];
        return _next < _words.Length ? _words[_next++] : throw new FormatException($"'{asking}' is followed by {what}.");
    }

    private FormatException Unexpected() => new($"{(Word is null ? "the filter ends too soon" : $"'{Word}' is not understood")}. Valid:\n{ConnectionFilter.Words}");
}
