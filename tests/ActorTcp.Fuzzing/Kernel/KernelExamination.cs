using System.Globalization;
using ActorTcp.Protocol;

namespace ActorTcp.Fuzzing;

/// <summary>Sequence after sequence to both stacks; what differs is confirmed, looked up among the accepted differences, and made small.</summary>
internal sealed class KernelExamination(StackSubject ours, ISubject kernel)
{
    /// <summary>How often a difference must come again: the kernel's clock is a real one, and the machine may have been busy with something else.</summary>
    private const int Confirmations = 3;

    private readonly Comparison _comparison = new(ours, kernel);
    private readonly Dictionary<AcceptedDifference, int> _accepted = [];

    public int Sequences { get; private set; }

    /// <summary>Differences that did not come again.</summary>
    public int Flukes { get; private set; }

    /// <summary>The accepted differences, with how often each was met.</summary>
    public IReadOnlyDictionary<AcceptedDifference, int> Accepted => _accepted;

    public IReadOnlySet<TcpState> Visited => _comparison.Visited;

    /// <returns>A packet script that shows an unexplained difference, as short as could be found; or null.</returns>
    public string? Examine(Sequence sequence)
    {
        Sequences++;
        if (!IsUnexplained(sequence, counts: true))
        {
            return null;
        }

        if (!IsConfirmed(sequence))
        {
            Flukes++;
            return null;
        }

        var smallest = Shrink(sequence);
        IsUnexplained(smallest, counts: false);
        return string.Create(CultureInfo.InvariantCulture, $"peer's initial number {smallest.Isn}, {(smallest.IsActive ? "active" : "passive")} OPEN\n{_comparison.Script}");
    }

    /// <summary>Leaves out whatever can be left out.</summary>
    private Sequence Shrink(Sequence sequence)
    {
        for (var i = sequence.Steps.Count - 1; i >= 0; i--)
        {
            var shorter = sequence.Without(i);
            sequence = IsConfirmed(shorter) ? shorter : sequence;
        }

        return sequence;
    }

    private bool IsConfirmed(Sequence sequence) => Enumerable.Range(0, Confirmations).All(_ => IsUnexplained(sequence, counts: false));

    /// <returns>Whether there is a difference that no accepted one explains.</returns>
    private bool IsUnexplained(Sequence sequence, bool counts)
    {
        var isUnexplained = false;
        _comparison.Run(sequence, found =>
        {
            var accepted = AcceptedDifferences.For(found);
            if (accepted is not null)
            {
                _accepted[accepted] = _accepted.GetValueOrDefault(accepted) + (counts ? 1 : 0);
            }

            isUnexplained = found.IsThere && accepted is null;
            return accepted is null ? !found.IsThere : accepted.Goes == Aftermath.Together;
        });
        return isUnexplained;
    }
}
