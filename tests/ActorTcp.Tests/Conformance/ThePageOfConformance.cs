using System.Runtime.CompilerServices;

namespace ActorTcp.Tests.Conformance;

/// <summary>tests/README.md cannot drift from the tests.</summary>
public sealed class ThePageOfConformance
{
    [Fact]
    public void Is_what_the_tests_say()
    {
        var page = Path.GetFullPath(Path.Combine(Here(), "..", "..", "README.md"));
        Assert.SkipUnless(File.Exists(page), "the sources are not at hand");
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(page, ConformanceTable.Markdown());
        }

        Assert.True(File.ReadAllText(page) == ConformanceTable.Markdown(), "tests/README.md is not what the tests say; make it anew by: ACCEPT=1 tests/run --fast");
    }

    [Fact]
    public void Leaves_no_requirement_without_a_test_or_a_reason() => Assert.Empty(ConformanceTable.Unwitnessed());

    [Fact]
    public void Knows_of_no_MUST_that_is_not_kept() => Assert.Empty(ConformanceTable.BrokenMusts());

    [Fact]
    public void Leaves_no_subtle_case_without_a_test() => Assert.Empty(ConformanceTable.UnshownCases());

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
