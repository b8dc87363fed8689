namespace ActorTcp.Tests.Conformance;

/// <summary>A rule of a document beside RFC 9293, in few words.</summary>
/// <param name="Section">As tests name it, such as <c>§3.2</c>.</param>
/// <param name="Level">The RFC's word, such as MUST; empty where it only describes.</param>
/// <param name="Note">Why it is not offered, or kept otherwise, where no test can show it; also what is to be known about how it is kept.</param>
internal sealed record DocumentRule(string Document, string Section, string Level, string Rule, string? Note = null);
