using ActorTcp.Lab;

namespace ActorTcp.Tests.Documentation;

/// <summary>Every experiment that a page writes out is one, and the handbook leaves no key out.</summary>
public sealed class Experiments
{
    [Fact]
    public void Can_be_run()
    {
        var shown = MarkdownPage.All.SelectMany(page => page.Blocks("yaml")).Where(block => block.Code.Contains("\nsubjects:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, block => Assert.NotEmpty(ExperimentFile.Parse(Yaml.ToJson(block.Code, block.ToString()), block.ToString()).Trials()));
    }

    [Fact]
    public void Have_every_key_explained()
    {
        var handbook = MarkdownPage.All.Single(page => page.Name == "docs/lab.md").Text;
        Assert.All(Keys(typeof(Experiment), ""), key => Assert.Contains($"`{key}`", handbook, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Keys(Type type, string before) => ExperimentJson.Options.GetTypeInfo(type).Properties
        .SelectMany(key => key.PropertyType == typeof(FloodPlan) || key.PropertyType == typeof(ClientPlan) ? Keys(key.PropertyType, $"{key.Name}.") : [before + key.Name]);
}
