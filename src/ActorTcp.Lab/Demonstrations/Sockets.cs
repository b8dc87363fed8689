using System.Net;

namespace ActorTcp.Lab;

/// <summary>Who takes part in the demonstration.</summary>
internal static class Sockets
{
    public static readonly IPAddress Client = IPAddress.Parse("10.76.0.1");
    public static readonly IPEndPoint Server = IPEndPoint.Parse("10.77.0.1:7");
    public static readonly IPNetwork Prefix = IPNetwork.Parse("10.77.0.0/16");

    /// <summary>For ladders: a name, and below it the socket.</summary>
    public static string Caption(string name, IPEndPoint socket) => $"{name}\n{socket}";
}
