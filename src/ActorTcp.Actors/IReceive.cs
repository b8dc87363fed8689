namespace ActorTcp.Actors;

/// <summary>
/// An actor that understands messages of this type. One actor may understand several; a <c>ref struct</c> can be delivered, but not told, because
/// nothing may keep it.
/// </summary>
internal interface IReceive<TMessage> where TMessage : allows ref struct
{
    /// <summary>Handles one message to the end, on the thread of the actor's shard; called by the shard only.</summary>
    void Receive(in TMessage message);
}
