namespace ActorTcp.Testing;

/// <summary>Where TCP implementations are known to have gone wrong, and that a test shows this one does not; the table of subtle cases is made from these.</summary>
/// <param name="number">1 to 43, as in the table in tests/README.md.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class SubtleCaseAttribute(int number) : Attribute
{
    public int Number { get; } = number;
}
