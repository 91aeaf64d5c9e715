namespace Kiln.Road.Tests;

/// <summary>Blanks around a text are no part of it, on both sides: in the data a model learns from, and in what it is asked.</summary>
public class BlanksTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { " Private", "Private" },
        { "Private ", "Private" },
        { "\tPrivate \t", "Private" },
        { "  ", "" },
        { "Pri vate", "Pri vate" },
        { "\u00A0Private", "\u00A0Private" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Training_and_prediction_trim_the_same(string written, string meant)
    {
        using var project = new RoadProject();
        // The text decides, so that a model that does not know it is told apart.
        var rows = string.Concat(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? $"{i % 7}.5,\"{written}\",yes\n" : $"{i % 7}.5,State,no\n"));
        project.AddDataset("work", "x,work,ok\n" + rows);
        project.Compile(RoadProject.Model("WorkModel", "work", "ok"));
        Assert.True(project.InferContracts().Succeeded);

        var contract = File.ReadAllText(Path.Combine(project.Directory, "data", "work.schema.json"));
        Assert.Contains(meant.Length == 0 ? "\"nullable\": true, \"role\": \"feature\", \"values\": [\"State\"]" : $"\"{meant}\"", contract);
        Assert.True(project.Train().Succeeded);
        var predictor = Predictor.Load(new("App.WorkModel", "App.WorkModel", null), project.Models, ["x"], ["work"], ["no", "yes"]);
        Assert.Equal(Score(predictor, meant), Score(predictor, written));
        Assert.True(Score(predictor, written) > 0 && Score(predictor, "State") < 0);
    }

    static float Score(Predictor predictor, string text)
    {
        var scores = new float[2];
        predictor.Score([3.5f], [text], scores);
        return scores[0];
    }
}
