using Kiln.Host.Boosters;
using Kiln.Host.Export.Steps;
using Kiln.Host.Tests.Boosters;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Tests.Explanations;

/// <summary>Where each column is one feature of LightGBM's, contributions are LightGBM's own (<c>pred_contrib</c>).</summary>
public class ContributionTests
{
    const int Contributions = 3;

    readonly MLContext ml = new(1);

    public static TheoryData<string, string> Models => [.. RefereeModel.Tasks.SelectMany(task => RefereeData.Natures.Select(nature => (task, nature)))];

    [Theory]
    [MemberData(nameof(Models))]
    public void Contributions_are_LightGBMs(string task, string nature) => Check(task, nature, _ => { });

    [Theory]
    [InlineData("binary", "zero-heavy")]
    [InlineData("multiclass", "tiny")]
    public void Contributions_are_LightGBMs_where_0_is_missing(string task, string nature) => Check(task, nature, options => options.ZeroIsMissing = true);

    [Theory]
    [InlineData("binary", "half missing")]
    [InlineData("regression", "missing decides")]
    public void Contributions_are_LightGBMs_where_nothing_is_missing(string task, string nature) => Check(task, nature, options => options.HandlesMissing = false);

    [Fact]
    public void Contributions_of_dropped_trees_are_LightGBMs() => Check("binary", "mixed", options => options.Dart = true);

    void Check(string task, string nature, Action<RefereeModel.Options> change)
    {
        var pipeline = RefereeModel.Create(ml, task, options =>
        {
            options.ByCategory = true;
            change(options);
        });
        var explained = new Explained(pipeline, task, RefereeData.View(ml, nature, 600, seed: 1));

        // Rows like those it learnt from, and rows of every other nature.
        foreach (var other in new[] { nature, "mixed" })
        {
            var rows = RefereeData.Rows(other, 100, seed: 3);
            var steps = PipelineStep.List(explained.Transformer, ml.Data.LoadFromEnumerable(rows));
            var step = steps.Last(step => EnsembleFinder.Find(step.Model).Any());
            var booster = EnsembleFinder.Find(step.Model).Select(ensemble => BoosterTable.Find(ensemble)!.Value.Booster).Distinct().Single();
            var (features, scores) = (BoosterText.Features(booster.Text), BoosterText.Scores(booster.Text));
            Assert.Equal(5, features);
            foreach (var (i, columns) in step.Source.GetColumn<float[]>(step.FeatureColumn!).Index())
            {
                var row = new float[features];
                Assert.True(booster.TryWriteFeatures(columns, row));
                var expected = Native(booster, row, scores);
                for (var score = 0; score < scores; score++)
                {
                    var actual = explained.Explain(rows[i], score);
                    // Leaves are 32-bit numbers in the file, and of hundreds of thousands the last digits are more than a millionth.
                    var scale = Math.Max(1, expected.Max(Math.Abs));
                    for (var column = 0; column <= features; column++)
                        Assert.True(Math.Abs(expected[score * (features + 1) + column] - actual[column]) <= 1e-6 * scale,
                            $"{task}, {nature}, {other}, row {i}, score {score}, column {column}: {actual[column]:R} instead of {expected[score * (features + 1) + column]:R}");
                }
            }
        }
    }

    static double[] Native(Booster booster, float[] row, int scores)
    {
        LightGbmLibrary.Check(LightGbmLibrary.Load(booster.Text, out _, out var handle));
        var result = new double[scores * (row.Length + 1)];
        LightGbmLibrary.Check(LightGbmLibrary.Predict(handle, row, LightGbmLibrary.Float32, 1, row.Length, 1, Contributions, 0, -1, "num_threads=1 verbosity=-1", out _, result));
        LightGbmLibrary.Check(LightGbmLibrary.Free(handle));
        return result;
    }
}
