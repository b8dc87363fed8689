using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Stack;

/// <summary>Connections by their four-tuples, against a dictionary that does the same.</summary>
public sealed class FlowTables
{
    private static readonly SegmentRouter Router = new LoneStack(new TcpStackOptions { KeepHistory = false }).Router;

    /// <param name="hashes">How many different hashes there are: with few of them, everything collides.</param>
    [Theory, InlineData(1), InlineData(7), InlineData(50), InlineData(int.MaxValue)]
    public void Find_what_a_dictionary_finds_after_any_number_of_changes(int hashes)
    {
        var random = new Random(hashes);
        var (table, model) = (new FlowTable(), new Dictionary<FourTuple, ConnectionActor>());
        for (var step = 0; step < 5_000; step++)
        {
            var tuple = Tuple((ushort)random.Next(300));
            var hash = Hash(in tuple, hashes);
            Assert.Equal(model.GetValueOrDefault(tuple), table.Find(in tuple, hash));
            if (model.Remove(tuple, out var present))
            {
                table.Remove(present, hash);
            }
            else
            {
                model[tuple] = Connection(in tuple, hash);
                table.Add(model[tuple], hash);
            }

            Assert.Equal(model.Count, table.Count);
        }

        Assert.Equal(model.Values.ToHashSet(), table.ToArray().ToHashSet());
        Assert.All(model, each => Assert.Same(each.Value, table.Find(each.Key, Hash(each.Key, hashes))));
    }

    [Fact]
    public void Do_not_mind_the_removal_of_what_they_do_not_hold()
    {
        var (table, tuple) = (new FlowTable(), Tuple(1));
        table.Add(Connection(in tuple, 5), 5);
        table.Remove(Connection(in tuple, 5), 5);
        Assert.Equal(1, table.Count);
    }

    [Fact]
    public void Name_a_candidate_by_the_hash_alone()
    {
        var (table, tuple) = (new FlowTable(), Tuple(1));
        var connection = Connection(in tuple, 5);
        table.Add(connection, 5);
        Assert.Same(connection, table.Candidate(5));
        Assert.Null(table.Candidate(6));
    }

    private static uint Hash(in FourTuple tuple, int hashes) => (uint)(tuple.RemotePort * 2654435761L % hashes) * 64;

    private static FourTuple Tuple(ushort port) => new(IpAddr.FromV4(0x0A010001), 80, IpAddr.FromV4(0x0A090001), port);

    private static ConnectionActor Connection(in FourTuple tuple, uint hash) =>
        new(Router, in tuple, hash, new Tcb(ConnectionSettings.Default, new SeqNum(0), 1500, isV4: true), new Discard());
}
