namespace ActorTcp.Testing;

/// <summary>A stream whose octets tell their place: nothing lost, doubled or moved goes unseen. It repeats after 65,521 octets, a prime.</summary>
internal static class Pattern
{
    private const int Period = 65521;
    private static readonly byte[] Twice = Make();

    /// <summary>The octets of the stream from a place on; never none.</summary>
    /// <param name="most">How many at most.</param>
    public static ReadOnlySpan<byte> At(long place, long most) =>
        Twice.AsSpan((int)(place % Period), (int)Math.Min(most, Period));

    /// <summary>Whether these are the octets of the stream from a place on.</summary>
    public static bool IsAt(long place, ReadOnlySpan<byte> octets)
    {
        while (octets.Length > Period)
        {
            if (!IsAt(place, octets[..Period]))
            {
                return false;
            }

            place += Period;
            octets = octets[Period..];
        }

        return octets.SequenceEqual(At(place, octets.Length));
    }

    private static byte[] Make()
    {
        var octets = new byte[2 * Period];
        new Random(Period).NextBytes(octets.AsSpan(0, Period));
        octets.AsSpan(0, Period).CopyTo(octets.AsSpan(Period));
        return octets;
    }
}
