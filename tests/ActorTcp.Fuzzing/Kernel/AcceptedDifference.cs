namespace ActorTcp.Fuzzing;

/// <summary>A difference that is explained.</summary>
/// <param name="Pattern">In words: what arrives where.</param>
/// <param name="Section">The section that decides it.</param>
/// <param name="Right">Who follows it, and why the other does not.</param>
/// <param name="Goes">What the two do from there on.</param>
internal sealed record AcceptedDifference(string Pattern, string Section, string Right, Aftermath Goes, Predicate<Difference> Fits);
