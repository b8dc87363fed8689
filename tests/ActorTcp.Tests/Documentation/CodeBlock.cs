namespace ActorTcp.Tests.Documentation;

/// <summary>Code that a page shows.</summary>
/// <param name="Line">Where it begins.</param>
internal sealed record CodeBlock(string Page, int Line, string Code)
{
    public override string ToString() => $"{Page}:{Line}";
}
