namespace ActorTcp.Protocol;

/// <summary>One decision of the machine. Which fields mean something is said by <see cref="Kind"/>.</summary>
internal struct Effect
{
    public EffectKind Kind;
    public Signal Signal;
    public TcpState From;
    public TcpState To;
    public Cause Cause;
    public Incident Incident;
    public int Offset;
    public int Length;
    public int Distance;
    public OutgoingSegment Segment;
}
