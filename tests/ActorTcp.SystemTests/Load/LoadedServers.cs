using ActorTcp.Lab;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>A namespace with three servers in it: this daemon, nginx, and an echo server on the kernel's TCP.</summary>
internal sealed class LoadedServers : IDisposable
{
    public const string Daemon = "10.77.0.5";
    public const string Kernel = "10.76.0.1";
    public const int HttpPort = 80;
    public const int EchoPort = 7;
    public const int TlsPort = 443;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("actortcp-load-").FullName;

    public LoadedServers()
    {
        Needs.Namespaces();
        Needs.Command("nginx");
        Needs.Command("openssl");
        Needs.Command("python3");
        Namespace = TestNamespace.Create();
        Namespace.Run("ip", "address", "add", $"{Kernel}/32", "dev", "lo").MustSucceed();
        SystemTests.Daemon.Start(Namespace);
        StartNginx();
        StartEcho();
    }

    public TestNamespace Namespace { get; }

    /// <summary>Runs a load as its user does.</summary>
    public CommandResult Load(params ReadOnlySpan<string> arguments) => Start(arguments).WaitForExit(Patience);

    public RunningCommand Start(params ReadOnlySpan<string> arguments) => Namespace.Start(SystemTests.Daemon.Program, ["load", .. arguments]);

    /// <summary>Where a report may go.</summary>
    public string Folder(string name) => Path.Combine(_folder, name);

    /// <summary>The result that a load has left in its folder.</summary>
    public LoadResult Result(string name)
    {
        using var file = File.OpenRead(Path.Combine(Folder(name), "result.json"));
        return LoadResultFile.Read(file);
    }

    public void Dispose()
    {
        Namespace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void StartNginx()
    {
        using var openssl = new RunningCommand("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=test", "-keyout", Folder("key"), "-out", Folder("cert"));
        openssl.WaitForExit(Patience).MustSucceed();
        File.WriteAllText(Folder("index.html"), "hello\n");
        File.WriteAllText(Folder("nginx.conf"), $$"""
            daemon off; pid {{Folder("pid")}}; error_log stderr; user root;
            events { worker_connections 1024; }
            http {
                access_log off; client_body_temp_path {{_folder}}; proxy_temp_path {{_folder}}; fastcgi_temp_path {{_folder}}; uwsgi_temp_path {{_folder}}; scgi_temp_path {{_folder}};
                server { listen {{Kernel}}:{{HttpPort}}; listen {{Kernel}}:{{TlsPort}} ssl; ssl_certificate {{Folder("cert")}}; ssl_certificate_key {{Folder("key")}}; root {{_folder}}; }
            }
            """);
        Namespace.Start("nginx", "-c", Folder("nginx.conf"), "-e", "stderr");
        AwaitListener(TlsPort);
    }

    private void StartEcho()
    {
        File.WriteAllText(Folder("echo.py"), $$"""
            import asyncio
            class Echo(asyncio.Protocol):
                def connection_made(self, transport): self.transport = transport
                def data_received(self, data): self.transport.write(data)
            async def main():
                server = await asyncio.get_running_loop().create_server(Echo, "{{Kernel}}", {{EchoPort}}, backlog=4096)
                await server.serve_forever()
            asyncio.run(main())
            """);
        Namespace.Start("python3", Folder("echo.py"));
        AwaitListener(EchoPort);
    }

    private void AwaitListener(int port)
    {
        var until = Environment.TickCount64 + 20_000;
        while (!Namespace.Run("ss", "-ltnH", $"sport = :{port}").Output.Contains($":{port}", StringComparison.Ordinal))
        {
            Assert.True(Environment.TickCount64 < until, $"nobody listens on port {port}");
        }
    }
}
