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
        var ours = recording.Flights.Where(flight => flight.Source.Equals(Sockets.Client) || flight.Destination.Equals(Sockets.Client)).ToArray();
        _client = Named("client_isn", ours.Where(flight => flight.ToRight && flight.Has(ControlBits.Syn)));
        _server = Named("server_isn", ours.Where(flight => !flight.ToRight && flight.Has(ControlBits.Syn)));
    }

    /// <param name="ofClient">Whether it counts the client's octets.</param>
    public string Name(SeqNum number, bool ofClient)
    {
        var isns = ofClient ? _client : _server;
        var (name, isn) = isns.Where(each => number.After(each.Isn) < Near).OrderBy(each => number.After(each.Isn)).FirstOrDefault();
        return name is null ? number.ToString() : number == isn ? name : string.Create(CultureInfo.InvariantCulture, $"{name} + {number.After(isn)}");
    }

    /// <summary>A second attempt has numbers of its own, with a prime.</summary>
    private static (string Name, SeqNum Isn)[] Named(string name, IEnumerable<Flight> syns) =>
        [.. syns.Select(syn => syn.Seq).Distinct().Select((isn, i) => (name + new string('′', i), isn))];
}
