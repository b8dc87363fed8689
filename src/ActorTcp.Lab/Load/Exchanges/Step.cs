namespace ActorTcp.Lab;

/// <summary>One thing that a flow does on its connection. Steps hold no state: where a flow is in one of them is the flow's.</summary>
internal abstract record Step
{
    /// <summary>Does what can be done without text from the peer; called again when there is room to send.</summary>
    /// <returns>Whether the step is done.</returns>
    public abstract bool Proceed(Flow flow, TimeSpan now);

    /// <summary>Text has arrived.</summary>
    /// <param name="taken">How many octets belong to this step; the rest is for the steps that follow.</param>
    /// <returns>Whether the step is done.</returns>
    public virtual bool Receive(Flow flow, ReadOnlySpan<byte> text, out int taken)
    {
        taken = 0;
        return false;
    }

    /// <summary>Whether it waits for the peer's FIN.</summary>
    public virtual bool EndsWithPeer => false;
}
