namespace ActorTcp.Dashboard;

/// <summary>Something that the packets answer.</summary>
/// <param name="Asked">Plain words; `backquotes` set code.</param>
/// <param name="Answers">What can be chosen.</param>
/// <param name="Right">Which of them is right, from 0.</param>
/// <param name="Why">What to look at, shown with the answer.</param>
internal sealed record Question(string Asked, IReadOnlyList<string> Answers, int Right, string Why);
