using System.Globalization;
using System.Text;
using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>The same sequence to both stacks, step by step, until they differ.</summary>
internal sealed class Comparison(StackSubject ours, ISubject kernel)
{
    private const int FirstPort = 1024;
    private readonly StringBuilder _script = new();
    private int _connections;

    /// <summary>What happened, as a packet script.</summary>
    public string Script => _script.ToString();

    /// <summary>Our states before each step.</summary>
    public HashSet<TcpState> Visited { get; } = [];

    /// <param name="goesOn">Shown each step and its answers, the same or not; says whether there is more to compare.</param>
    public void Run(Sequence sequence, Predicate<Difference> goesOn)
    {
        _script.Clear();
        var tuple = NextTuple(sequence.IsActive);
        var (ourPeer, kernelsPeer) = (new Peer(tuple, sequence.Isn), new Peer(tuple, sequence.Isn));
        ours.Begin(tuple, sequence.IsActive);
        kernel.Begin(tuple, sequence.IsActive);
        var goes = true;
        for (var i = sequence.IsActive ? -1 : 0; i < sequence.Steps.Count && goes; i++)
        {
            var step = i < 0 ? null : sequence.Steps[i];
            var standing = ours.Standing;
            Visited.Add(standing.State);
            if (standing.State is TcpState.Closed or TcpState.Listen)
            {
                ourPeer.Forget();
                kernelsPeer.Forget();
            }

            _script.AppendLine(step?.ToString() ?? "OPEN");
            var segment = Do(ours, ourPeer, step);
            Do(kernel, kernelsPeer, step);
            var found = new Difference([.. sequence.Steps.Take(i)], step, standing, segment, Hear(ours, ourPeer), Hear(kernel, kernelsPeer));
            Say("  ours:  ", found.Ours);
            if (found.IsThere)
            {
                Say("  Linux: ", found.Kernels);
            }

            goes = goesOn(found);
        }

        End(ours, ourPeer);
        End(kernel, kernelsPeer);
    }

    private FourTuple NextTuple(bool isActive)
    {
        var number = _connections++;
        var remote = IpAddr.Parse(string.Create(CultureInfo.InvariantCulture, $"10.9.{number / 40_000 % 250}.{1 + number / 10_000_000}"));
        var port = (ushort)(FirstPort + number % 40_000);
        return new FourTuple(IpAddr.Parse("10.1.0.1"), isActive ? port : KernelSubject.ListeningPort, remote, port);
    }

    /// <returns>The segment that has arrived, if one has.</returns>
    private static SegmentCopy? Do(ISubject subject, Peer peer, Step? step)
    {
        switch (step)
        {
            case SegmentStep arriving:
                var segment = peer.Resolve(arriving);
                subject.Arrive(peer.Packet(segment));
                return segment;
            case CallStep call:
                subject.Call(call);
                break;
        }

        return null;
    }

    private static List<string> Hear(ISubject subject, Peer peer) => [.. subject.Answers().Select(peer.Hear)];

    private static void End(ISubject subject, Peer peer)
    {
        subject.End();
        subject.Arrive(peer.Packet(peer.Resolve(new SegmentStep(ControlBits.Rst | ControlBits.Ack, (Anchor.Next, 0), (Anchor.Next, 0), 0, 0, Stamp.Newer))));
        subject.Answers();
    }

    private void Say(string who, IReadOnlyList<string> what) => _script.Append(who).AppendJoin(", ", what.DefaultIfEmpty("(nothing)")).AppendLine();
}
