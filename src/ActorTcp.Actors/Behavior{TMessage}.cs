namespace ActorTcp.Actors;

/// <summary>How an actor handles messages for the time being.</summary>
internal delegate void Behavior<TMessage>(in TMessage message) where TMessage : allows ref struct;
