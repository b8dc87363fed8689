using System.Net;
using System.Net.Sockets;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>The application of <c>tests/ActorTcp.WebApp</c>, on the kernel's sockets or on ActorTcp, in a namespace; and a client that reaches it there.</summary>
internal sealed class WebApplicationInANamespace
{
    private readonly TestNamespace _namespace;

    public WebApplicationInANamespace(TestNamespace ns, string transport)
    {
        _namespace = ns;
        Address = transport == "actortcp" ? "10.77.0.1" : "127.0.0.1";
        Command = ns.Start(Path.Combine(AppContext.BaseDirectory, "ActorTcp.WebApp"), "--transport", transport, "--ActorTcp:Prefixes:0", "10.77.0.0/16");
        Command.WaitForOutput("READY", TimeSpan.FromSeconds(20));
    }

    public string Address { get; }

    public RunningCommand Command { get; }

    /// <param name="scheme">With the port: 80 speaks HTTP/1.1, 81 HTTP/2 in clear text, 443 either over TLS.</param>
    public Uri Url(string path, string scheme = "http", int port = 80) => new($"{scheme}://{Address}:{port}{path}");

    /// <summary>A client whose sockets are in the namespace, and who trusts its certificate.</summary>
    public HttpClient Client(Version? version = null)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = (context, _) => new ValueTask<Stream>(new NetworkStream(Connect(context.DnsEndPoint.Port), ownsSocket: true)),
            SslOptions = { RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.Subject == "CN=web.test" },
        };
        return new HttpClient(handler)
        {
            DefaultRequestVersion = version ?? HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public Socket Connect(int port) => KernelClient.Connect(_namespace, Address, port);
}
