namespace ActorTcp.Fuzzing;

/// <summary>How a sequence goes on after an accepted difference.</summary>
internal enum Aftermath
{
    /// <summary>The two are in the same state: the next step is compared too.</summary>
    Together,

    /// <summary>They are in different states now, and there is nothing more to compare.</summary>
    Apart,

    /// <summary>The same, and it may be that nothing was seen of it: both have answered alike, or not at all.</summary>
    ApartUnseen,
}
