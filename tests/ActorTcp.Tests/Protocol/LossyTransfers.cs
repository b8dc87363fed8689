using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;

namespace ActorTcp.Tests.Protocol;

/// <summary>Two machines across a bad network: whatever is lost, repeated or reordered, both streams arrive whole and both sides end.</summary>
public sealed class LossyTransfers
{
    private const int Runs = 1000;

    [Fact]
    public void Arrive_whole_and_end()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            Transfer(new Random(seed), seed);
        }
    }

    private static void Transfer(Random random, int seed)
    {
        var settings = new ConnectionSettings
        {
            ReceiveBuffer = random.Next(1, 20_000),
            SendBuffer = random.Next(1000, 30_000),
            InitialWindow = random.Next(1, 11),
            Nagle = random.Next(2) == 0,
            UserTimeout = 2.Hours(),
            SynTimeout = 2.Hours(),
            HalfOpenTimeout = 2.Hours(),
        };
        var peers = new TwoPeers((uint)random.NextInt64(1L << 32), (uint)random.NextInt64(1L << 32), settings);
        var isSimultaneous = random.Next(4) == 0;
        peers.B.Call<CallResult>(isSimultaneous ? OpenCall.Active : OpenCall.Passive);
        peers.A.Call(OpenCall.Active);
        var link = new LossyLink(peers.A, peers.B, random, loss: 0.1, duplication: 0.05, maxDelay: 50.Milliseconds());
        var a = new User(peers.A, random, random.Next(30_000));
        var b = new User(peers.B, random, random.Next(30_000));

        while (link.Now < 4.Hours() && peers.States is not (Closed or TimeWait, Closed or TimeWait))
        {
            a.Act();
            b.Act();
            link.Advance(10.Milliseconds());
        }

        Assert.True(peers.States is (Closed or TimeWait, Closed or TimeWait), $"seed {seed}: {peers.A.Tcb} {peers.B.Tcb}");
        Assert.True(a.HasAllOf(b) && b.HasAllOf(a), $"seed {seed}: {peers.A.Text.Received.Count} of {b.Length}, {peers.B.Text.Received.Count} of {a.Length}");
    }

    /// <summary>One who sends, reads and in the end closes, in pieces of any size.</summary>
    private sealed class User(Machine machine, Random random, int length)
    {
        private int _sent;
        private bool _closed;

        public int Length => length;

        public void Act()
        {
            machine.Call((tcb, fx) => ReceiveCall.Process(tcb, random.Next(tcb.Rcv.Unread + 1), fx));
            if (machine.Tcb.State is Listen or SynSent)
            {
                return;
            }

            var piece = Octets.At((uint)_sent + 1, random.Next(1, 4000));
            piece = piece[..Math.Min(piece.Length, length - _sent)];
            if (piece.Length > 0 && machine.Send(piece) == CallResult.Ok)
            {
                _sent += piece.Length;
            }

            if (_sent == length && !_closed)
            {
                _closed = true;
                machine.Call((tcb, fx) => CloseCall.Process(tcb, CloseKind.SendSide, fx));
            }
        }

        public bool HasAllOf(User other) => machine.Text.Received.SequenceEqual(Octets.At(1, other.Length));
    }
}
