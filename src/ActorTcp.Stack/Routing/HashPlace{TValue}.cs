namespace ActorTcp.Stack;

/// <summary>A place of a <see cref="HashTable{TValue}"/>.</summary>
/// <param name="Key">0 when the place is free.</param>
internal readonly record struct HashPlace<TValue>(uint Key, TValue Value)
{
    public bool IsFree => Key == 0;

    /// <summary>Whether it is taken, by a smaller key: one comparison, since 0 - 1 is the largest number.</summary>
    public bool IsBefore(uint key) => unchecked(Key - 1) < key - 1;
}
