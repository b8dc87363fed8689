using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>What a test needs of the machine; without it the test is skipped, saying why.</summary>
internal static class Needs
{
    public static void Namespaces()
    {
        if (TestNamespace.Obstacle is { } obstacle)
        {
            Assert.Skip(obstacle);
        }
    }

    public static void Command(string name) => Assert.SkipUnless(TestNamespace.OnPath(name), $"the command {name} is not installed");
}
