namespace ActorTcp.Fuzzing;

/// <summary>What a siege has come to: how far the packets got.</summary>
internal sealed class PacketTally
{
    public long Packets { get; set; }

    /// <summary>Those that the reader refused: too short, a wrong checksum, an illegal length.</summary>
    public long Refused { get; set; }

    public long Answers { get; set; }

    /// <summary>Connections that reached ESTABLISHED.</summary>
    public long Established { get; set; }

    /// <summary>Connections that were made, whatever became of them.</summary>
    public long Opened { get; set; }

    public void Add(PacketTally other)
    {
        Packets += other.Packets;
        Refused += other.Refused;
        Answers += other.Answers;
        Established += other.Established;
        Opened += other.Opened;
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Packets:#,0} packets ({Refused:#,0} refused by the reader), {Answers:#,0} answers, {Opened:#,0} connections opened, {Established:#,0} established");
}
