namespace ActorTcp.Testing;

/// <summary>How far one connection of a <see cref="Talker"/> is.</summary>
internal sealed class Talk
{
    public long Sent { get; set; }

    public long Received { get; set; }

    public bool HasClosed { get; set; }
}
