using System.Text;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Defence;

/// <summary>What these tests look at.</summary>
internal static class Looking
{
    /// <summary>The only connection that there is.</summary>
    public static ConnectionActor Only(this LoneStack stack) => stack.Router.Flows.ToArray().Single();

    public static string AsText(this SegmentCopy segment) => Encoding.ASCII.GetString(segment.Text).TrimEnd();
}
