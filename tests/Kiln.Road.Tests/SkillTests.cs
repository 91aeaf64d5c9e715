namespace Kiln.Road.Tests;

/// <summary>Models that are no better than guessing.</summary>
public class SkillTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_label_by_chance_is_told_at_the_model_in_every_build_that_measures()
    {
        var random = new Random(1);
        using var project = Ready("data", "a,b,left\n" + string.Concat(Enumerable.Range(0, 400)
            .Select(_ => $"{random.NextDouble():0.000},{random.NextDouble():0.000},{(random.Next(2) == 0 ? "yes" : "no")}\n")), "left");

        var trained = project.Train();
        File.Delete(project.StampPath);
        File.Delete(Path.Combine(project.Directory, "obj", "kiln", "kiln.memory"));
        var cached = project.Train();

        Assert.True(trained.Succeeded, trained.Output);
        Assert.Matches(
            @"TheModel\.cs\(3,2\): warning KILN4014: AreaUnderRocCurve 0\.\d+ \[0\.\d+–0\.\d+\] on \d+ held-out rows (is indistinguishable from|is worse than) guessing \(0\.5\); "
            + "add rows, or columns related to 'left'", trained.Output);
        Assert.Equal(0, cached.Trained);
        Assert.Equal(Warning(trained), Warning(cached));
    }

    [Fact]
    public void A_model_that_learned_something_is_not_told()
    {
        using var project = Ready("penguins", Penguins, "species");

        var result = project.Train();

        Assert.DoesNotContain("KILN4014", result.Output);
        Assert.Matches(@"\n  metric +value +95 % interval +no skill +linear +gate\n  MicroAccuracy +0\.9\d+ +0\.\d+ – [01][.\d]* +0\.\d+ +0\.9\d+\n", result.Output);
        Assert.Contains("| metric | value | 95 % interval | no skill | linear | gate |\n|---|---:|---:|---:|---:|---|\n| MicroAccuracy |",
            File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md")));
    }

    static string Warning(RoadResult result) => result.Output.Split('\n').Single(line => line.Contains("KILN4014"));

    static RoadProject Ready(string name, string data, string label) => RoadProject.Ready(data, RoadProject.Model("TheModel", name, label));
}
