namespace ActorTcp.Stack;

/// <summary>What matters of a request's head.</summary>
/// <param name="Status">Ok, or why the request gets no other answer than this.</param>
/// <param name="Path">Of the target, without its query.</param>
/// <param name="Persists">RFC 9112 §9.3: whether the connection may be used for further requests.</param>
internal sealed record HttpRequest(HttpStatus Status, bool IsHead, string Path, bool Persists)
{
    /// <summary>Where such a request ends is not known: it is the last one.</summary>
    public static HttpRequest Refused(HttpStatus status) => new(status, IsHead: false, Path: "", Persists: false);
}
