namespace ActorTcp.Actors;

/// <summary>The root of a shard's actors and the runner of posted actions. It stops a child that fails; its own failures are reported and survived.</summary>
internal sealed class Guardian : Actor<Action>
{
    protected override void Receive(in Action message) => message();
}
