namespace ActorTcp.Testing;

/// <summary>The requirement that a test bears witness to; the table of conformance is made from these.</summary>
/// <param name="document">For instance <c>RFC 9293</c>.</param>
/// <param name="rule">The number of the requirement, as <c>MUST-8</c>, or the section, as <c>§3.10.7.2</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RuleAttribute(string document, string rule) : Attribute
{
    public string Document { get; } = document;

    public string Rule { get; } = rule;
}
