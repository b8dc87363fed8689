using System.Globalization;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>nginx in a namespace, in the foreground, with all its files in a folder that goes with it.</summary>
internal sealed class Nginx : IDisposable
{
    public const string Page = "nginx is here\n";

    private readonly string _folder;
    private readonly RunningCommand _command;

    private Nginx(string folder, RunningCommand command) => (_folder, _command) = (folder, command);

    /// <param name="proxyProtocol">Whether it expects the PROXY protocol's header; its page <c>/who</c> tells what that said.</param>
    public static Nginx Start(TestNamespace ns, int port, bool proxyProtocol = false, string address = "127.0.0.1")
    {
        var folder = Directory.CreateTempSubdirectory("actortcp-nginx-").FullName;
        var configuration = Path.Combine(folder, "nginx.conf");
        var listen = string.Create(CultureInfo.InvariantCulture, $"{address}:{port}{(proxyProtocol ? " proxy_protocol" : "")}");
        File.WriteAllText(configuration, $$"""
            user root; daemon off; pid {{folder}}/pid; error_log stderr notice; worker_processes 1;
            events { }
            http {
              access_log off;
              server {
                listen {{listen}};
                location / { return 200 "nginx is here\n"; }
                location /who { return 200 "$proxy_protocol_addr to $proxy_protocol_server_addr"; }
              }
            }
            """);
        var command = ns.Start("nginx", "-p", folder, "-c", configuration);
        command.WaitForError("start worker process ", TimeSpan.FromSeconds(10));
        return new Nginx(folder, command);
    }

    /// <summary>Its workers end when it is asked to, not when it is killed.</summary>
    public void Dispose()
    {
        _command.Signal("TERM");
        _command.WaitForExit(TimeSpan.FromSeconds(10));
        Directory.Delete(_folder, recursive: true);
    }
}
