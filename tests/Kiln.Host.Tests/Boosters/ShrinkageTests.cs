using Kiln.Host.Boosters;
using Kiln.Host.Export.Steps;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Tests.Boosters;

public class ShrinkageTests
{
    /// <summary>LightGBM reads what was written, and says of every row what remains.</summary>
    [Theory]
    [InlineData("binary")]
    [InlineData("multiclass")]
    [InlineData("regression")]
    public void LightGBM_says_less_around_the_level(string task)
    {
        var ml = new MLContext(1);
        var rows = RefereeData.View(ml, "mixed", 2_000, seed: 1);
        var model = BoosterTrainers.Replace(RefereeModel.Create(ml, task)).Fit(rows);
        var step = PipelineStep.List(model, rows).Last(step => EnsembleFinder.Find(step.Model).Any());
        var booster = BoosterTable.Find(EnsembleFinder.Find(step.Model).First())!.Value.Booster;
        double[] levels = task == "multiclass" ? [0.5, -1, 2] : [3];
        using var before = new NativeBooster(booster.Text);
        using var after = new NativeBooster(new Shrinkage(0.3, [.. levels[..before.Scores].Select(level => 0.7 * level)]).Apply(booster.Text));
        var features = new float[before.Features];
        var asked = 0;
        foreach (var row in step.Source.GetColumn<float[]>(step.FeatureColumn!).Take(200))
        {
            Assert.True(booster.TryWriteFeatures(row, features));
            foreach (var (score, (said, remains)) in before.RawScores(features).Zip(after.RawScores(features)).Index())
                Assert.Equal(levels[score] + 0.3 * (said - levels[score]), remains, 1e-9);
            asked++;
        }
        Assert.Equal(200, asked);
    }
}
