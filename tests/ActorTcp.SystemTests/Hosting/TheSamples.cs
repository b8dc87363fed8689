using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>What newcomers copy works, and is short enough to be copied.</summary>
public sealed class TheSamples : InANamespace
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void The_web_api_answers_curl_and_draws_its_connection()
    {
        Needs.Command("curl");
        Start("WebApi").WaitForOutput("Application started", Patience);

        var answers = Namespace.Run("curl", "-sS", "--max-time", "10", "http://10.77.1.2/", "http://10.77.1.2/ladder").MustSucceed().Output;

        Assert.StartsWith("Hello 198.18.0.1, you asked 10.77.1.2.\n", answers, StringComparison.Ordinal);
        Assert.Contains("SYN-RECEIVED", answers, StringComparison.Ordinal);
    }

    [Fact]
    public void The_http_client_fetches_nginxs_page()
    {
        Needs.Command("nginx");
        Namespace.Run("ip", "address", "add", "198.18.0.1/32", "dev", "lo").MustSucceed();
        using var nginx = Nginx.Start(Namespace, port: 8080, address: "198.18.0.1");

        Assert.Equal(Nginx.Page, Start("HttpClient").WaitForExit(Patience).MustSucceed().Output);
    }

    [Fact]
    public void The_greeter_greets_nc_and_speaks_louder()
    {
        Needs.Command("nc");
        Start("Greeter").WaitForOutput("Greeting on port 4000", Patience);

        var heard = Namespace.Run("sh", "-c", "echo quiet | nc -N -w 10 10.77.3.4 4000").MustSucceed().Output;

        Assert.Matches(@"^Welcome, 198\.18\.0\.1:\d+\.\nQUIET\n$", heard);
    }

    [Theory, InlineData("WebApi"), InlineData("HttpClient"), InlineData("Greeter")]
    public void Each_fits_on_a_page(string name) =>
        Assert.InRange(Directory.GetFiles(SourceFolder.At($"docs/samples/{name}"), "*.cs").Sum(file => File.ReadLines(file).Count()), 10, 60);

    private RunningCommand Start(string name) => Namespace.Start(Path.Combine(AppContext.BaseDirectory, $"ActorTcp.Samples.{name}"));
}
