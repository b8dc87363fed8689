using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>What is remembered about Fast Open to one server.</summary>
/// <param name="Cookie">The most recent one; a request when there is none.</param>
/// <param name="Mss">The segment size that came with it.</param>
/// <param name="RefusedUntil">Until when it is not tried again.</param>
internal readonly record struct FastOpenPeer(FastOpenOption Cookie, ushort Mss, TimeSpan RefusedUntil);
