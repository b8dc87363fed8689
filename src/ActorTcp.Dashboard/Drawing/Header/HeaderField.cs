namespace ActorTcp.Dashboard;

/// <summary>One field of a TCP header.</summary>
/// <param name="Name">As in RFC 9293 §3.1.</param>
/// <param name="Bits">How wide it is, of the 32 in a row.</param>
/// <param name="Value">As it stands there; empty where it is not known.</param>
/// <param name="Meaning">What it says in this segment; empty where there is nothing to say.</param>
internal sealed record HeaderField(string Name, int Bits, string Value, string Meaning = "")
{
    /// <summary>A control bit that is set.</summary>
    public bool IsSet => Bits == 1 && Value == "1";
}
