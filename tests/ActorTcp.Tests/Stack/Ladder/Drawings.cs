using ActorTcp.Stack;

namespace ActorTcp.Tests.Stack;

/// <summary>Compares a ladder with its drawing; on failure the message holds the whole of it.</summary>
internal static class Drawings
{
    public static void Equal(string expected, Ladder ladder, LadderStyle? style = null)
    {
        var drawn = ladder.Format(style ?? LadderStyle.Plain).TrimEnd();
        Assert.True(expected == drawn, $"drawn:\n{drawn}\n");
        Assert.All(drawn.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }
}
