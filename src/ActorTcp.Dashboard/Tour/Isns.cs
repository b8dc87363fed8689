using System.Globalization;
using ActorTcp.Lab;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>Sequence numbers by the names of the textbook: <c>client_isn + 1</c>.</summary>
internal sealed class Isns
{
    /// <summary>Further away from an initial number, a number is told as it is.</summary>
    private const uint Near = 100_000;

    private readonly (string Name, SeqNum Isn)[] _client;
    private readonly (string Name, SeqNum Isn)[] _server;

    public Isns(Recording recording)
    {
        _client = Named("client_isn", recording.Instants.Select(instant => instant.Left.Variables));
        _server = Named("server_isn", recording.Instants.Select(instant => instant.Right.Variables));
    }

    /// <param name="ofClient">Whether it counts the client's octets.</param>
    public string Name(SeqNum number, bool ofClient)
    {
        var isns = ofClient ? _client : _server;
        var (name, isn) = isns.Where(each => number.After(each.Isn) < Near).OrderBy(each => number.After(each.Isn)).FirstOrDefault();
        return name is null ? number.ToString() : number == isn ? name : string.Create(CultureInfo.InvariantCulture, $"{name} + {number.After(isn)}");
    }

    /// <summary>A second attempt has numbers of its own, with a prime.</summary>
    private static (string Name, SeqNum Isn)[] Named(string name, IEnumerable<EndVariables?> variables) =>
        [.. variables.OfType<EndVariables>().Select(each => each.Iss).Distinct().Select((isn, i) => (name + new string('′', i), isn))];
}
