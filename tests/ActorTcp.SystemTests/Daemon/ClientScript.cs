namespace ActorTcp.SystemTests;

/// <summary>The clients in Python, copied beside the tests.</summary>
internal static class ClientScript
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Daemon", "Clients", name);
}
