namespace ActorTcp.Control;

/// <summary>A line about the answer rather than of it.</summary>
internal sealed record ControlNotice
{
    /// <summary>Why there is no answer, or no more of it.</summary>
    public string? Error { get; init; }

    /// <summary>How many connections fit besides those told.</summary>
    public long? LeftOut { get; init; }

    /// <summary>How many events or packets were lost because they came faster than they were taken away.</summary>
    public long? Lost { get; init; }

    /// <summary>The format of the octets that follow.</summary>
    public string? Format { get; init; }

    /// <summary>How many packets or events were told, at the end.</summary>
    public long? Told { get; init; }
}
