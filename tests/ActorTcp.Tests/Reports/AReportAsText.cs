using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

public sealed class AReportAsText
{
    private static readonly Report Small = new()
    {
        Title = "Small",
        Summary = "Two policies, one flood.",
        Conclusion = "`hybrid` holds.",
        Command = "actortcp lab run small --seed 1",
        Seed = 1,
        Checks = [new("success ≥ 99 %", true, "100 %")],
        Sections =
        [
            new("Results", "", [
                new Table { Title = "Table", Columns = [new("policy"), new("p99", Unit.Seconds, Better.Less)], Rows = [["hybrid", 0.0006], ["textbook", 9.4]] },
                new LineChart { Title = "Lines", X = new("time", Unit.Seconds), Y = new("open"), Series = [new("a", [new(0, 0), new(5, 10), new(10, 5)]) { Shape = LineShape.Steps }] },
                new BarChart { Title = "Bars", Value = new("share", Unit.Share), Categories = ["x", "long"], Series = [new("s", [1, 0.5])] },
                new Facts { Title = "Facts", Tiles = [new("connects", 1_000)] },
            ]),
        ],
    };

    [Fact]
    public void In_Markdown_has_tables_and_plots_of_signs() => Assert.Equal(
        """
        # Small

        Two policies, one flood.

        `hybrid` holds.

        - ✓ success ≥ 99 %: 100 %

        ## Results

        ### Table

        | policy | p99 |
        | --- | ---: |
        | hybrid | **600 µs** |
        | textbook | 9.4 s |

        ### Lines

        ```text
        a  ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁███████████████████████████████████▅  0 … 10
           0 s ──────────────────────────── time ───────────────────────────── 10 s
        ```

        ### Bars

        ```text
        x     ████████████████████████████████████████████████████████████ 100 %
        long  ██████████████████████████████ 50 %
        ```

        ### Facts

        | what | number | note |
        | --- | --- | --- |
        | connects | 1,000 |  |

        ## To repeat it

        ```sh
        actortcp lab run small --seed 1
        ```

        - Seed: 1

        """.ReplaceLineEndings("\n"), Written(output => ReportMarkdown.Write(Small, output)));

    [Fact]
    public void In_the_terminal_keeps_to_its_width_and_ends_with_the_conclusion()
    {
        var text = Written(output => ReportText.Write(Gallery.Report, output, width: 90));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 90));
        Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
        Assert.EndsWith($"To repeat it: {Gallery.Report.Command}", text.TrimEnd(), StringComparison.Ordinal);
        Assert.InRange(text.IndexOf("✗ textbook completes", StringComparison.Ordinal), text.IndexOf("Conclusion", StringComparison.Ordinal), text.Length);
    }

    [Fact]
    public void In_the_terminal_is_coloured_if_that_is_wanted() =>
        Assert.Contains("\u001b[", Written(output => ReportText.Write(Small, output, isColoured: true)), StringComparison.Ordinal);

    [Fact]
    public void A_sparkline_leaves_blank_what_was_not_measured() => Assert.Equal("▁▅ █", Sparkline.Of([0, 0.5, double.NaN, 1]));

    [Fact]
    public void A_table_as_CSV_has_its_units_and_all_digits() =>
        Assert.Equal("policy,p99 (s)\r\nhybrid,0.0006\r\ntextbook,9.4\r\n", Written(output => FigureCsv.Write(Small.Sections[0].Figures[0], output)));

    [Fact]
    public void A_text_with_commas_and_quotes_survives_CSV() =>
        Assert.Equal("a\r\n\"x, \"\"y\"\"\"\r\n", Written(output => FigureCsv.Write(new Table { Title = "t", Columns = [new("a")], Rows = [["x, \"y\""]] }, output)));

    [Fact]
    public void Lines_as_CSV_hold_every_point() =>
        Assert.Equal(1 + (12 * 500), Written(output => FigureCsv.Write(Gallery.LatencyOfAll(), output)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

    [Fact]
    public void Series_over_the_same_x_stand_side_by_side() =>
        Assert.StartsWith("time (s),wanted (1/s),opened (1/s),failed (1/s)\r\n0,0,0,0\r\n0.25,", Written(output => FigureCsv.Write(Gallery.RateOverTime(), output)), StringComparison.Ordinal);

    [Fact]
    public async Task As_a_folder_is_a_page_and_the_numbers_of_each_figure()
    {
        var folder = Directory.CreateTempSubdirectory("report-").FullName;
        try
        {
            var files = await ReportFiles.WriteAsync(Small, folder);
            Assert.Equal(["report.html", "report.md", "report.json", "1-1-table.csv", "1-2-lines.csv", "1-3-bars.csv", "1-4-facts.csv"], files.Select(Path.GetFileName));
            Assert.All(files, file => Assert.True(new FileInfo(file).Length > 0));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Written(Action<TextWriter> write)
    {
        var output = new StringWriter();
        write(output);
        return output.ToString();
    }
}
