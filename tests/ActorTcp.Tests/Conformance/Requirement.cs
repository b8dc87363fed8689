namespace ActorTcp.Tests.Conformance;

/// <summary>A requirement of RFC 9293 Appendix B, in few words.</summary>
/// <param name="Note">Why it is not kept, or who keeps it, where no test can show it; also what is to be known about how it is kept.</param>
internal sealed record Requirement(string Number, string Section, string Rule, string? Note = null);
