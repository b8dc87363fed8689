namespace ActorTcp.Lab;

/// <summary>Text comes that ends with these octets, such as the end of a line.</summary>
internal sealed record TakeUntil(ReadOnlyMemory<byte> End) : Step
{
    /// <summary>For each number of octets that fit, how many still fit when the next one does not (Knuth, Morris and Pratt).</summary>
    private readonly int[] _stillFitting = FallBack(End.Span);

    public override bool Proceed(Flow flow, TimeSpan now) => false;

    public override bool Receive(Flow flow, ReadOnlySpan<byte> text, out int taken)
    {
        for (taken = 0; taken < text.Length && flow.Position < End.Length; taken++)
        {
            flow.Position = Fitting(End.Span, _stillFitting, flow.Position, text[taken]);
        }

        return flow.Position == End.Length;
    }

    private static int[] FallBack(ReadOnlySpan<byte> end)
    {
        var table = new int[end.Length];
        for (var i = 1; i < end.Length; i++)
        {
            table[i] = Fitting(end, table, table[i - 1], end[i]);
        }

        return table;
    }

    private static int Fitting(ReadOnlySpan<byte> end, int[] table, int fitting, byte next)
    {
        while (fitting > 0 && end[fitting] != next)
        {
            fitting = table[fitting - 1];
        }

        return end[fitting] == next ? fitting + 1 : 0;
    }
}
