using System.Text.Json;
using ActorTcp.Cli;
using ActorTcp.Tests.Architecture;
using ActorTcp.Tests.Cli;

namespace ActorTcp.Tests.Deployment;

/// <summary>No engine builds it here: so what it copies exists, what it runs is what deploy/build does, and what it starts the program understands.</summary>
public sealed class TheContainerFile
{
    private static readonly string[][] Lines =
        [.. DeployFolder.Read("container/Containerfile").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    [Fact]
    public void Copies_what_exists() => Assert.All(
        Of("COPY").Where(words => !words[0].StartsWith("--from", StringComparison.Ordinal)).SelectMany(words => words[..^1]),
        path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));

    [Fact]
    public void Builds_by_the_command_that_builds_everywhere_and_takes_what_that_makes()
    {
        Assert.Equal(["deploy/build", "--program-only"], Of("RUN").First());
        var build = DeployFolder.Read("build");
        Assert.Contains("--program-only)", build, StringComparison.Ordinal);
        Assert.Contains("out=$PWD/artifacts/deploy", build, StringComparison.Ordinal);
        Assert.Equal(["--from=build", "/source/artifacts/deploy/actortcp", "/usr/bin/actortcp"], Of("COPY").Single(words => words[0] == "--from=build"));
        Assert.Equal(["/source"], Of("WORKDIR").Single());
    }

    [Fact]
    public void Starts_the_program_with_the_file_that_it_has()
    {
        var copied = Of("COPY").Select(words => words[^1]).ToList();
        Assert.Contains(Assert.Single(Json("ENTRYPOINT")), copied);
        var command = Json("CMD");
        Assert.Equal(["serve", "--config"], command[..2]);
        Assert.Contains(command[2], copied);
        Assert.Empty(new ActorTcpCommand().Root.Parse(command).Errors);
    }

    [Fact]
    public void Is_not_root_and_shows_the_port_of_the_page()
    {
        Assert.Equal(["1654"], Of("USER").Single());
        Assert.Equal([$"{Serve.Options("--no-routes").Page.EndPoint!.Port}"], Of("EXPOSE").Single());
    }

    [Fact]
    public void Is_of_the_runtime_of_this_program() => Assert.All(Of("FROM"), words => Assert.EndsWith($":{Environment.Version.Major}.{Environment.Version.Minor}", words[0], StringComparison.Ordinal));

    private static IEnumerable<string[]> Of(string instruction) => Lines.Where(words => words[0] == instruction).Select(words => words[1..]);

    private static string[] Json(string instruction) => JsonSerializer.Deserialize<string[]>(string.Join(' ', Of(instruction).Single()))!;
}
