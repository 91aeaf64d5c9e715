using System.Globalization;

namespace Kiln.Road.Tests;

/// <summary>What a build says of contributions, and what the model that it publishes does.</summary>
public class ExplanationTests
{
    static readonly string Rows = "x,kind,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{i % 37},{(i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "c")},{3 * (i % 37) + (i % 3 == 1 ? 40 : 0) + i % 5}\n")));

    [Theory]
    [InlineData("LightGbm")]
    [InlineData("FastTree")]
    [InlineData("Linear")]
    public void A_published_model_says_why(string trainer)
    {
        using var project = RoadProject.Ready(Rows, new()
        {
            Name = "AmountModel", Type = "App.AmountModel", Dataset = "data", Label = "y", Version = "1.0.0", Trainer = trainer, Location = new("AmountModel.cs", 3, 2),
        });

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Matches(@"  mean absolute contribution to the score, of \d+ held-out rows: x [\d.]+, kind [\d.]+\n", result.Output);
        var predictor = Predictor.Load(new("App.AmountModel", "App.AmountModel", null), project.Models, ["x"], ["kind"], []);
        Assert.True(predictor.Info.CanExplain);
        var explainer = predictor.CreateExplainer(["x", "kind"]);
        Assert.Equal(ContributionUnit.Label, explainer.Unit);
        var scores = new float[1];
        predictor.Score([30], ["b"], scores);
        var why = explainer.Explain([30], ["b"], 0, new Dictionary<string, string> { ["x"] = "30 m", ["kind"] = "b" });
        Assert.Equal(scores[0], why.BaseValue + why.Contributions.Sum(contribution => contribution.Value), 1e-4);
        Assert.Matches(@"^x = 30 m \(\+\d+(\.\d+)?\)$", why.Reasons().First());
        // Twelve steps of 3 above the middle, and two thirds of 40.
        Assert.InRange(why.Contributions[0].Value, 30, 42);
        Assert.InRange(why.Contributions[1].Value, 20, 32);
    }

    /// <summary>ML.NET leaves out the trees of classes that a round teaches nothing: the others' rows must not be taken for theirs.</summary>
    [Fact]
    public void Rare_classes_have_their_own_rows()
    {
        var rows = "x,y\n" + string.Concat(Enumerable.Range(0, 300).Select(i => (i, x: i * i % 101)).Select(row => $"{row.x},{(row.i % 100 == 7 ? "rare" : row.i % 60 == 11 ? "seldom" : row.x < 50 ? "low" : "high")}\n"));
        using var project = RoadProject.Ready(rows, RoadProject.Model("KindModel", "data", "y"));

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("mean absolute contribution to the score", result.Output);
    }
}
