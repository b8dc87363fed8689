namespace ActorTcp.Fuzzing;

/// <summary>What happens to one connection.</summary>
/// <param name="IsActive">Whether the stack opens it; else it listens.</param>
/// <param name="Isn">The peer's initial sequence number.</param>
internal sealed record Sequence(bool IsActive, uint Isn, IReadOnlyList<Step> Steps)
{
    public Sequence Without(int step) => this with { Steps = [.. Steps.Where((_, i) => i != step)] };
}
