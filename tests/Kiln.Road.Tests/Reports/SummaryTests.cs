namespace Kiln.Road.Tests.Reports;

/// <summary>What a pull request says of a project's models.</summary>
public sealed class SummaryTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void It_has_a_row_for_each_model_and_below_it_what_a_reviewer_has_to_look_at()
    {
        using var project = RoadProject.Ready(Penguins, RoadProject.Model("PenguinModel", "penguins", "species", RoadProject.AtLeast("MicroAccuracy", 0.9)));
        Assert.True(project.Release().Succeeded);
        Assert.Matches(@"\A### Models of App\n\n\| model \|.*\n\|(---\|){7}\n\| PenguinModel \| 1\.0\.0 \| ✓ passed \| MicroAccuracy 0\.\d+ \(0\.\d+ to 1\) \| – \| MicroAccuracy ≥ 0\.9 met \| nothing \|\n", Text(project));

        project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2007");
        File.WriteAllText(Path.Combine(project.Directory, "PenguinModel.card.md"), "## Owner\nAnn");
        project.Compile(
            RoadProject.Model("PenguinModel", "penguins", "species", RoadProject.AtLeast("MicroAccuracy", 0.9)),
            RoadProject.Model("GoodModel", "penguins", "island", RoadProject.AtLeast("MicroAccuracy", 0.9999)),
            RoadProject.Model("OtherModel", "pengins", "species"));
        Assert.False(project.Train().Succeeded);

        var text = Text(project);
        Assert.Matches(@"\n\| PenguinModel \| 1\.0\.0 \| ✓ passed \| MicroAccuracy .* \| 1\.0\.0: (the same|[+-]?[0-9.]+ \(.* to .*\).*) \| .* \| ✗ patch: 1\.0\.1 or higher \|\n", text);
        Assert.Contains("\n**PenguinModel**\n\n- since 1.0.0: ", text);
        Assert.Matches(@"\n\| GoodModel \| 1\.0\.0 \| ✗ a gate is missed \| MicroAccuracy .* \| – \| MicroAccuracy ≥ 0\.9999 missed \| – \|\n", text);
        Assert.Contains("\n| OtherModel | 1.0.0 | ✗ failed | – | – | – | – |\n", text);
        Assert.Contains("\n- patch is due since 1.0.0: the data changed\n", text);
        Assert.Contains("\n- open in the model card: Purpose, Users, Limits, Ethical considerations, Data source, Data licence (6 of 7)\n", text);
        Assert.Matches(@"\n\*\*GoodModel\*\*\n\n- ✗ \[KILN4001\]\(https://.*\) `PenguinModel\.cs\(4\)`: MicroAccuracy ", text);
        Assert.True(text.IndexOf("**OtherModel**", StringComparison.Ordinal) < text.IndexOf("**PenguinModel**", StringComparison.Ordinal));
        Assert.Matches(@"\n\*\*OtherModel\*\*\n\n- ✗ \[KILN0012\]\(https://.*\) `OtherModel\.cs\(3\)`: 'pengins' is not a dataset", text);
    }

    [Fact]
    public void A_run_that_comes_to_no_model_says_why_and_leaves_no_other_runs_summary()
    {
        using var project = RoadProject.Ready(Penguins, RoadProject.Model("PenguinModel", "penguins", "species"));
        Assert.True(project.Train().Succeeded);
        project.Replace("data/penguins.schema.json", "\"format\": 1", "\"format\": [");
        Assert.False(project.Train().Succeeded);

        Assert.Matches(@"\A### Models of App\n\n\|.*\n\|.*\n\| PenguinModel \| 1\.0\.0 \| ✗ failed \|.*\n\n\*\*PenguinModel\*\*\n\n- ✗ \[KILN1005\]\(.*\) `data/penguins\.schema\.json\(\d+\)`: ", Text(project));
    }

    [Fact]
    public void A_run_whose_data_cannot_be_had_says_that_and_leaves_no_other_runs_summary()
    {
        using var project = RoadProject.Ready(Penguins, RoadProject.Model("PenguinModel", "penguins", "species"));
        Assert.True(project.Train().Succeeded);
        project.Pin("penguins", new(Path.Combine(project.Directory, "data", "penguins.csv"), "", new string('0', 64)));
        Assert.False(project.Train().Succeeded);

        Assert.Matches(@"\A### Models of App\n\n\*\*Errors\*\*\n\n- ✗ \[KILN1049\]\(.*\) `App\.csproj\(2\)`: .* is not the pinned file", Text(project));
    }

    static string Text(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "App.summary.md"));
}
