using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>Tests that each have a network namespace of their own.</summary>
public abstract class InANamespace : IDisposable
{
    private protected InANamespace()
    {
        Needs.Namespaces();
        Namespace = TestNamespace.Create();
    }

    private protected TestNamespace Namespace { get; }

    public void Dispose()
    {
        Namespace.Dispose();
        GC.SuppressFinalize(this);
    }
}
