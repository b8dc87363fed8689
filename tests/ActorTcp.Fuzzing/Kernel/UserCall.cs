namespace ActorTcp.Fuzzing;

/// <summary>What the user does, RFC 9293 §3.10.1–5.</summary>
internal enum UserCall
{
    Send,
    Receive,
    CloseSend,
    Close,
    Abort,
}
