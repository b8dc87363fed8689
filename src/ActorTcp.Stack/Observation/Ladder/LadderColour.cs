namespace ActorTcp.Stack;

/// <summary>What in a ladder has a colour of its own; the number selects the rendition (ECMA-48 §8.3.117).</summary>
internal enum LadderColour
{
    None = 0,
    State = 1,
    Faint = 2,
    Reset = 31,
    ToLeft = 32,
    ToRight = 36,
}
