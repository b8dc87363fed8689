namespace ActorTcp.Stack;

/// <summary>A gate's answer on its way back to the listener.</summary>
/// <param name="Failure">What the gate threw instead of an answer.</param>
internal readonly record struct GateAnswered(GatedSyn Syn, GateAnswer Answer, Exception? Failure = null);
