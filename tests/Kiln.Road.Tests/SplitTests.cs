using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>What is measured is what chance would measure, and rows keep their sides.</summary>
public class SplitTests
{
    [Fact]
    public void Where_the_same_inputs_occur_with_both_labels_the_figures_are_those_of_a_random_split()
    {
        using var project = new RoadProject();
        project.AddDataset("visits", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Wild", "few-distinct.csv")));
        project.Compile(RoadProject.Model("LeaveModel", "visits", "left"));
        Assert.True(project.InferContracts().Succeeded);

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        // The frequencies of the 27 inputs, over 200 random splits (scikit-learn 1.2): 0.773 ± 0.023.
        Assert.InRange(project.Lock("LeaveModel").Metrics.Single(metric => metric.Key == "AreaUnderRocCurve").Value.Value, 0.727, 0.819);
        Assert.Contains("held-out rows equal a training row in all inputs and the label", result.Output);
        Assert.Contains("held-out rows equal a training row", File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md")));
    }

    [Fact]
    public void A_column_that_is_added_leaves_every_held_out_row_comparable()
    {
        using var project = new RoadProject();
        var random = new Random(7);
        var lines = Enumerable.Range(0, 300).Select(_ => (X: random.Next(1000), Y: random.Next(1000))).Select(row => $"{row.X},{row.Y},{row.X + row.Y}").ToList();
        project.AddDataset("sums", "x,y,sum\n" + string.Join('\n', lines));
        project.Compile(RoadProject.Model("SumModel", "sums", "sum"));
        Assert.True(project.InferContracts().Succeeded);
        Assert.True(project.Release().Succeeded);
        var heldOut = project.Lock("SumModel").HeldOutRows;

        project.AddDataset("sums", "x,y,sum,z\n" + string.Join('\n', lines.Select((line, i) => $"{line},{i % 13}")));
        File.Delete(Path.Combine(project.Directory, "data", "sums.schema.json"));
        project.ForgetFirstDataset();
        Assert.True(project.InferContracts().Succeeded);
        project.Compile(new ModelDefinition
        {
            Name = "SumModel", Type = "App.SumModel", Dataset = "sums", Label = "sum", Version = "2.0.0", Location = new("SumModel.cs", 3, 2),
        });
        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Equal(heldOut, project.Lock("SumModel").SinceRelease!.HeldOutRows);
        Assert.Equal(["x", "y", "sum"], project.Lock("SumModel").Split.By);
        Assert.DoesNotContain("the rows were split again", result.Output);

        // Without the columns they were known by, the rows cannot be found again, and that is said.
        project.AddDataset("sums", "x,sum,z\n" + string.Join('\n', lines.Select((line, i) => $"{line.Split(',')[0]},{line.Split(',')[2]},{i % 13}")));
        File.Delete(Path.Combine(project.Directory, "data", "sums.schema.json"));
        project.ForgetFirstDataset();
        Assert.True(project.InferContracts().Succeeded);
        Assert.Contains("the rows were split again because 'y', which identified them, is no longer a column", project.Train().Output);
        Assert.Equal(["x", "sum", "z"], project.Lock("SumModel").Split.By);
    }
}
