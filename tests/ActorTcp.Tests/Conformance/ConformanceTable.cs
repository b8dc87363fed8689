using System.Globalization;
using System.Reflection;
using System.Text;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Conformance;

/// <summary>The table of conformance: requirements joined with the tests that bear their numbers.</summary>
internal static class ConformanceTable
{
    public static string Markdown()
    {
        var witnesses = Witnesses();
        var text = new StringBuilder();
        text.Append("""
            # Conformance

            Made from the tests: a test says by `[Rule("RFC 9293", "MUST-10")]` what it bears witness to, and a test compares this page with that.
            To make it anew after a change: `ACCEPT=1 tests/run --fast`.

            ## RFC 9293, Appendix B

            | requirement | § | in few words | verdict | shown by | to be known |
            |---|---|---|---|---|---|

            """);
        foreach (var requirement in Requirements.All)
        {
            var tests = witnesses.GetValueOrDefault(("RFC 9293", requirement.Number), []);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {requirement.Number} | {requirement.Section} | {requirement.Rule} | {Verdicts.Of(tests.Count > 0, requirement.Note)} | {Shown(tests)} | {Verdicts.Known(tests.Count > 0, requirement.Note)} |");
        }

        text.AppendLine().AppendLine("## Other documents").AppendLine();
        text.AppendLine("| document | § | | in few words | verdict | shown by | to be known |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var rule in DocumentRules.All)
        {
            var tests = witnesses.GetValueOrDefault((rule.Document, rule.Section), []);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {rule.Document} | {rule.Section} | {rule.Level} | {rule.Rule} | {Verdicts.Of(tests.Count > 0, rule.Note)} | {Shown(tests)} | {Verdicts.Known(tests.Count > 0, rule.Note)} |");
        }

        text.AppendLine().AppendLine("## Subtle cases").AppendLine().AppendLine("| | case | shown by |").AppendLine("|---|---|---|");
        var shown = Witnesses<SubtleCaseAttribute, int>(static subtle => subtle.Number);
        foreach (var (number, what) in SubtleCaseCatalog.All.Index().Select(static entry => (entry.Index + 1, entry.Item)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {number} | {what} | {Shown(shown.GetValueOrDefault(number, []))} |");
        }

        text.AppendLine().AppendLine("## Sections").AppendLine().AppendLine("| document | rule | shown by |").AppendLine("|---|---|---|");
        var rest = witnesses.Where(entry => !Requirements.All.Any(requirement => entry.Key == ("RFC 9293", requirement.Number)) && !DocumentRules.All.Any(rule => entry.Key == (rule.Document, rule.Section)));
        foreach (var ((document, rule), tests) in rest.OrderBy(entry => Order(entry.Key.Document)).ThenBy(entry => entry.Key.Rule, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {document} | {rule} | {Shown(tests)} |");
        }

        return text.ToString();
    }

    /// <summary>Requirements that neither a test shows nor a note explains.</summary>
    public static IEnumerable<string> Unwitnessed()
    {
        var witnesses = Witnesses();
        return Requirements.All.Where(requirement => requirement.Note is null && !witnesses.ContainsKey(("RFC 9293", requirement.Number))).Select(static requirement => requirement.Number)
            .Concat(DocumentRules.All.Where(rule => rule.Note is null && !witnesses.ContainsKey((rule.Document, rule.Section))).Select(static rule => $"{rule.Document} {rule.Section}"));
    }

    /// <summary>Rules with MUST that are not kept.</summary>
    public static IEnumerable<string> BrokenMusts() =>
        Requirements.All.Where(static requirement => requirement.Number.StartsWith("MUST", StringComparison.Ordinal) && Verdicts.Of(isShown: false, requirement.Note) == "deviates").Select(static requirement => requirement.Number)
            .Concat(DocumentRules.All.Where(static rule => rule.Level.StartsWith("MUST", StringComparison.Ordinal) && Verdicts.Of(isShown: false, rule.Note) == "deviates").Select(static rule => $"{rule.Document} {rule.Section}"));

    /// <summary>Numbers of subtle cases that no test shows.</summary>
    public static IEnumerable<int> UnshownCases() =>
        Enumerable.Range(1, SubtleCaseCatalog.All.Count).Except(Witnesses<SubtleCaseAttribute, int>(static subtle => subtle.Number).Keys);

    private static Dictionary<(string Document, string Rule), SortedSet<string>> Witnesses() =>
        Witnesses<RuleAttribute, (string, string)>(static rule => (rule.Document, rule.Rule));

    private static Dictionary<TKey, SortedSet<string>> Witnesses<TAttribute, TKey>(Func<TAttribute, TKey> key)
        where TAttribute : Attribute
        where TKey : notnull
    {
        var witnesses = new Dictionary<TKey, SortedSet<string>>();
        foreach (var type in typeof(ConformanceTable).Assembly.GetTypes())
        {
            Add(type.GetCustomAttributes<TAttribute>(), type.Name);
            foreach (var method in type.GetMethods())
            {
                Add(method.GetCustomAttributes<TAttribute>(), $"{type.Name}.{method.Name}");
            }
        }

        return witnesses;

        void Add(IEnumerable<TAttribute> attributes, string test)
        {
            foreach (var attribute in attributes)
            {
                if (!witnesses.TryGetValue(key(attribute), out var tests))
                {
                    witnesses[key(attribute)] = tests = new SortedSet<string>(StringComparer.Ordinal);
                }

                tests.Add(test);
            }
        }
    }

    private static string Shown(IReadOnlyCollection<string> tests) => string.Join("<br>", tests.Select(test => $"`{test}`"));

    private static int Order(string document) => int.Parse(document.AsSpan(document.LastIndexOf(' ') + 1), CultureInfo.InvariantCulture);
}
