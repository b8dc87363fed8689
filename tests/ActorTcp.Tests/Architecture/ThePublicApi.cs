using System.Reflection;

namespace ActorTcp.Tests.Architecture;

/// <summary>What others may build on is a promise: it changes only when somebody means it.</summary>
public sealed class ThePublicApi
{
    [Theory, InlineData("ActorTcp.Wire"), InlineData("ActorTcp.Protocol"), InlineData("ActorTcp.Actors"), InlineData("ActorTcp.Stack"), InlineData("ActorTcp.Control"), InlineData("ActorTcp.Linux"), InlineData("ActorTcp.Hosting")]
    public void Is_the_one_that_was_approved(string project)
    {
        var approved = Path.Combine(Repository.Root, "tests/ActorTcp.Tests/Architecture", $"{project}.approved.txt");
        var received = Path.ChangeExtension(approved, ".received.txt").Replace(".approved", "", StringComparison.Ordinal);
        var before = File.Exists(approved) ? File.ReadAllLines(approved) : [];
        var now = ApiText.Of(Assembly.Load(project));
        if (before.SequenceEqual(now))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllLines(received, now);
        Assert.Fail(string.Join('\n',
        [
            $"The public API of {project} has changed:",
            .. before.Except(now).Select(line => "- " + line),
            .. now.Except(before).Select(line => "+ " + line),
            $"If that is meant: mv {received} {approved}",
        ]));
    }
}
