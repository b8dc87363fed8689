using ActorTcp.Fuzzing;

namespace ActorTcp.SystemTests;

/// <summary>The short form of <c>tests/fuzz kernel</c>.</summary>
public sealed class TheLinuxKernel
{
    /// <summary>The accepted differences tell what this version does; others differ in other ways.</summary>
    private static readonly Version Examined = new(6, 18);

    [Fact]
    public void Answers_the_same_segments_alike_but_for_what_is_explained()
    {
        Needs.Namespaces();
        Assert.SkipUnless(Environment.OSVersion.Version is { } version && (version.Major, version.Minor) == (Examined.Major, Examined.Minor), $"the accepted differences are those of Linux {Examined}");
        KernelSubject.Run(static kernel =>
        {
            using var ours = new StackSubject();
            var examination = new KernelExamination(ours, kernel);
            var generator = new SequenceGenerator(seed: 1);
            for (var i = 0; i < 5000; i++)
            {
                var script = examination.Examine(generator.Next());
                Assert.True(script is null, script);
            }

            Assert.True(examination.Flukes < 50, $"{examination.Flukes} differences did not come again");
        });
    }
}
