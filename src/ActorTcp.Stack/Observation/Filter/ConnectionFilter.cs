using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Which connections somebody wants to see, such as <c>port 80 and src 10.77.0.0/16 and not state time-wait</c>; <see cref="Words"/> are all there are.</summary>
/// <remarks><c>src</c> and <c>sport</c> are this side's, <c>dst</c> and <c>dport</c> the peer's, as in <c>ss</c>.</remarks>
public sealed class ConnectionFilter
{
    private readonly string _text;
    private readonly Func<FilterSubject, bool> _fits;

    private ConnectionFilter(string text, Func<FilterSubject, bool> fits) => (_text, _fits) = (text, fits);

    /// <summary>Lets everything through.</summary>
    public static ConnectionFilter All { get; } = new("", _ => true);

    /// <summary>The grammar in a few lines, for help and for error messages.</summary>
    public static string Words =>
        """
        port N, sport N, dport N         the port of either side, of this side, of the peer
        host ADDR, src ADDR, dst ADDR    the address of either side, of this side, of the peer; or a prefix, such as 10.77.0.0/16
        state NAME                       established, syn-recv, time-wait ...; or connected, half-open, closing
        id N                             the connection with this number
        and, or, not, ( )                and may be left out
        """;

    /// <exception cref="FormatException">The message names the valid words.</exception>
    public static ConnectionFilter Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.IsNullOrWhiteSpace(text) ? All : new ConnectionFilter(text, new FilterParser(text).Parse());
    }

    public override string ToString() => _text;

    internal bool Fits(in FourTuple tuple, TcpState state, long? id) => _fits(new FilterSubject(tuple, state, id));
}
