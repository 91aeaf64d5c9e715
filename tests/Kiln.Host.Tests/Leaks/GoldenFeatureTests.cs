namespace Kiln.Host.Tests.Leaks;

public class GoldenFeatureTests
{
    [Fact]
    public void A_column_that_is_the_label_is_told_in_the_contract_and_stays_in_the_report()
    {
        using var project = LeakProject.Create(LeakProject.Read("Wild", "leak.csv"), "returned");

        var result = project.Train();
        var warning = Assert.Single(LeakProject.Warnings(project, result), line => line.Contains("KILN5006"));
        File.Delete(project.StampPath);
        File.Delete(Path.Combine(project.Directory, "obj", "kiln", "kiln.memory"));
        Assert.Contains("KILN5006", LeakProject.Sarif(project));
        var sarif = LeakProject.Sarif(project);
        var cached = project.Train();

        Assert.Contains($"data/data.schema.json({LeakProject.ContractLine(project, "refund_reason")},1): warning KILN5006: "
            + "'refund_reason' alone reaches AreaUnderRocCurve 1 on 19 held-out rows, all features together 1, guessing 0.5: ", warning);
        Assert.Equal(0, cached.Trained);
        Assert.Empty(LeakProject.Warnings(project, cached));
        // Said once; what code scanners read has it as long as it is so, and without a line where that may be another by now.
        Assert.Equal(sarif, LeakProject.Sarif(project));
        project.ReplaceFirst("data/data.schema.json", "{", "{\n");
        project.Train();
        Assert.Matches("\"ruleId\": \"KILN5006\"", LeakProject.Sarif(project));
        Assert.NotEqual(sarif, LeakProject.Sarif(project));
        Assert.Contains("- 'refund_reason' alone reaches AreaUnderRocCurve 1 on 19 held-out rows", LeakProject.Report(project));
    }

    /// <summary>A label in another unit, with the rounding that makes two columns differ.</summary>
    [Fact]
    public void A_number_that_follows_from_the_label_is_told()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 600).Select(_ => (A: random.NextDouble(), B: random.NextDouble())).Select(row =>
            FormattableString.Invariant($"{row.A:0.000},{row.B:0.000},{Math.Exp(3 * row.A + row.B) * 0.92:0},{Math.Exp(3 * row.A + row.B):0.0}\n"));

        var warnings = LeakProject.Warnings("a,b,euros,price\n" + string.Concat(rows), "price");

        Assert.Contains("'euros' alone reaches RSquared 0.9", Assert.Single(warnings));
    }

    [Theory]
    [InlineData("penguins.csv", "species")]
    [InlineData("seattle_weather.csv", "weather")]
    [InlineData("flights.csv", "delay")]
    public void Honest_data_is_not_warned_of(string file, string label) => Assert.Empty(LeakProject.Warnings(LeakProject.Read("Files", file), label));

    [Fact]
    public void One_feature_that_says_all_of_what_little_can_be_said_is_in_the_report_only()
    {
        using var project = LeakProject.Create(LeakProject.Read("Files", "seattle_weather.csv"), "weather");

        Assert.True(project.Train().Succeeded);

        Assert.Contains("- 'precipitation' alone reaches MicroAccuracy 0.8699 on 292 held-out rows, all features together 0.8699, guessing 0.3733: "
            + "the other features add next to nothing\n", LeakProject.Report(project));
    }
}
