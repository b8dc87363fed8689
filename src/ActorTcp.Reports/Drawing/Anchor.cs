namespace ActorTcp.Reports;

/// <summary>Which part of a text stands at its x.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
