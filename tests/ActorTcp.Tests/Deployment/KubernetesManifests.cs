using System.Globalization;
using ActorTcp.Cli;
using ActorTcp.Hosting;
using ActorTcp.Tests.Cli;
using YamlDotNet.RepresentationModel;

namespace ActorTcp.Tests.Deployment;

/// <summary>Names, ports, paths and addresses agree with each other and with what the program means by them.</summary>
public sealed class KubernetesManifests
{
    private const string Configuration = "kubernetes/base/actortcp.json";

    private static readonly YamlNode Deployment = DeployFolder.Yaml("kubernetes/base/deployment.yaml");
    private static readonly YamlNode Pod = Deployment.At("spec.template.spec");
    private static readonly YamlNode Daemon = Pod.At("containers.0");

    public static TheoryData<string> Files => [.. Directory.GetFiles(DeployFolder.Path, "*.yaml", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(DeployFolder.Path, path))];

    [Theory, MemberData(nameof(Files))]
    public void Are_yaml_with_a_kind_and_name_files_that_exist(string name)
    {
        var document = DeployFolder.Yaml(name);
        Assert.True(document.Has("apiVersion") && document.Has("kind"));
        var folder = Path.GetDirectoryName(Path.Combine(DeployFolder.Path, name))!;
        var named = (document.Has("resources") ? document.Items("resources") : []).Concat(document.Has("patches") ? document.Items("patches").Select(patch => patch.At("path")) : [])
            .Concat(document.Has("configMapGenerator") ? document.Items("configMapGenerator.0.files") : []);
        Assert.All(named, file => Assert.True(Path.Exists(Path.Combine(folder, file.ToString())), file.ToString()));
    }

    [Fact]
    public void Configure_what_the_daemon_understands()
    {
        var variables = Daemon.Items("env").Select(each => each.Text("name"));
        Assert.Subset(ServeSettings.All.Select(setting => setting.Variable).ToHashSet(StringComparer.Ordinal), variables.ToHashSet(StringComparer.Ordinal));
        using var token = new ActorTcp.Testing.TemporaryFile("000102030405060708090a0b0c0d0e0f");
        var options = Serve.Options("", DeployFolder.Read(Configuration), (ServeSettings.PageTokenFile.Variable, token.Path));
        Assert.Equal(Port("page"), options.Page.EndPoint!.Port);
        Assert.Equal(Port("http"), Assert.Single(options.Services).Port);
        Assert.InRange(options.Drain.TotalSeconds, 1, int.Parse(Pod.Text("terminationGracePeriodSeconds"), CultureInfo.InvariantCulture) - 5);

        var made = Pod.Text("initContainers.0.args.0");
        Assert.Contains($"tuntap add dev {options.Tun} mode tun user {Daemon.Text("securityContext.runAsUser")} multi_queue", made, StringComparison.Ordinal);
        Assert.Contains($"route add {Assert.Single(options.Prefixes)} dev {options.Tun}", made, StringComparison.Ordinal);
        Assert.Contains($"dport {Port("http")} dnat to 10.77.0.1", made, StringComparison.Ordinal);
    }

    [Fact]
    public void Use_the_usual_port_of_the_page() => Assert.Equal(Serve.Options("--no-routes").Page.EndPoint!.Port, Port("page"));

    [Theory, InlineData("startupProbe", ActorTcpHealth.AlivePath), InlineData("livenessProbe", ActorTcpHealth.AlivePath), InlineData("readinessProbe", ActorTcpHealth.ReadyPath)]
    public void Probe_the_page(string probe, string path) => Assert.Equal((path, "page"), (Daemon.Text($"{probe}.httpGet.path"), Daemon.Text($"{probe}.httpGet.port")));

    [Theory]
    [InlineData("service.yaml", "spec.ports.0.targetPort", "http")]
    [InlineData("network-policy.yaml", "spec.ingress.0.ports.0.port", "http")]
    [InlineData("network-policy.yaml", "spec.ingress.1.ports.0.port", "page")]
    [InlineData("../monitoring/pod-monitor.yaml", "spec.podMetricsEndpoints.0.port", "page")]
    public void Name_ports_that_the_container_has(string file, string path, string port)
    {
        Assert.Equal(port, DeployFolder.Yaml($"kubernetes/base/{file}").Text(path));
        Assert.NotEqual(0, Port(port));
    }

    [Theory]
    [InlineData("service.yaml", "spec.selector")]
    [InlineData("network-policy.yaml", "spec.podSelector.matchLabels")]
    [InlineData("../monitoring/pod-monitor.yaml", "spec.selector.matchLabels")]
    [InlineData("deployment.yaml", "spec.selector.matchLabels")]
    public void Select_the_pods_that_there_are(string file, string path) =>
        Assert.Equal(Deployment.At("spec.template.metadata.labels"), DeployFolder.Yaml($"kubernetes/base/{file}").At(path));

    [Fact]
    public void Give_the_secret_of_the_page_to_the_daemon_and_to_prometheus()
    {
        var monitor = DeployFolder.Yaml("kubernetes/monitoring/pod-monitor.yaml");
        var volume = Pod.Items("volumes").Single(volume => volume.Text("name") == "page");
        Assert.Equal(volume.Text("secret.secretName"), monitor.Text("spec.podMetricsEndpoints.0.authorization.credentials.name"));
        var mounted = Daemon.Items("volumeMounts").Single(mount => mount.Text("name") == "page").Text("mountPath");
        Assert.Equal(Daemon.Text("env.0.value"), $"{mounted}/{monitor.Text("spec.podMetricsEndpoints.0.authorization.credentials.key")}");
        Assert.Equal("/metrics", monitor.Text("spec.podMetricsEndpoints.0.path"));
    }

    [Theory, InlineData("privileged"), InlineData("device-plugin")]
    public void Patch_containers_of_the_base(string variant)
    {
        var patch = DeployFolder.Yaml($"kubernetes/{variant}/device.yaml").At("spec.template.spec");
        Assert.Equal(Daemon.Text("name"), patch.Text("containers.0.name"));
        Assert.Contains(Pod.Text("initContainers.0.name"), patch.Items("initContainers").Select(container => container.Text("name")));
        Assert.All(patch.Items("initContainers").Where(container => container.Has("image")), container => Assert.Equal(Daemon.Text("image"), container.Text("image")));
    }

    [Fact]
    public void Run_the_image_of_this_version() =>
        Assert.Equal([$"actortcp:{ActorTcpCommand.Version}", $"actortcp:{ActorTcpCommand.Version}"], new[] { Daemon, Pod.At("initContainers.0") }.Select(container => container.Text("image")));

    private static int Port(string name) =>
        int.Parse(Daemon.Items("ports").Single(port => port.Text("name") == name).Text("containerPort"), CultureInfo.InvariantCulture);
}
