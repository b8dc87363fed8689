namespace ActorTcp.Fuzzing;

/// <param name="Octets">How many to send; means nothing to the other calls.</param>
internal sealed record CallStep(UserCall Call, int Octets = 0) : Step
{
    public override string ToString() => Call == UserCall.Send ? $"SEND {Octets}" : Call.ToString();
}
