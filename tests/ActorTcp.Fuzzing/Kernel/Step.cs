namespace ActorTcp.Fuzzing;

/// <summary>One event of a sequence, in words that mean the same to both stacks: numbers are relative to what each of them has said.</summary>
internal abstract record Step;
