using Kiln.Contracts.Models;
using Kiln.Contracts.Tunings;
using Kiln.Host.Examples;
using Kiln.Host.Training;
using Kiln.Host.Training.Trials;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Tests.Training.Trials;

public class TrialRunTests
{
    static readonly TunedSettings Small = new(5, 0.1, 10, 1, 1, 1, RandomSplits: false);

    /// <summary>The folds' models are trained anew by ML.NET's own steps, and their errors are added up here.</summary>
    [Theory]
    [InlineData(SplitKind.Hash, false)]
    [InlineData(SplitKind.Hash, true)]
    [InlineData(SplitKind.Time, false)]
    public void A_trial_loses_what_models_of_its_settings_lose(SplitKind split, bool randomSplits)
    {
        var rows = TrialSet.Read(500, noise: 0.3, split);
        var training = rows.HoldOut.Training;
        using var trialRows = new TrialRows(new MLContext(1), TrialSet.Definition(split), rows, training, threads: 1);
        var settings = Small with { RandomSplits = randomSplits };
        const int rounds = 9;
        var trial = new TrialRun(trialRows.All, () => false).Of(settings, rounds, best: null)!;

        var folds = Folds.Divide(rows.Table, rows.Examples.Shape, training, round: 0);
        var (loss, judged) = (0.0, 0);
        foreach (var fold in split == SplitKind.Time ? [4, 3, 2] : new[] { 4, 3, 2, 1, 0 })
        {
            int[] learned = [.. training.Where((_, i) => split == SplitKind.Time ? folds[i] < fold : folds[i] != fold)];
            int[] left = [.. training.Where((_, i) => folds[i] == fold)];
            var model = DefaultPipeline.Fit(new MLContext(1), TrialSet.Definition(split), rows, learned, 1, BoostingSettings.From(settings) with { Rounds = rounds }).Model;
            double[] scores = [.. model.Transform(new ExampleView(rows.Examples, left)).GetColumn<float>("Score").Select(score => (double)score)];
            double[] labels = [.. left.Select(row => (double)rows.Examples.Label[row])];
            loss += split == SplitKind.Time ? AroundLine(scores, labels) : scores.Zip(labels, (score, label) => (score - label) * (score - label)).Sum();
            judged += left.Length;
        }
        Assert.Equal((split == SplitKind.Time ? 3 : 5, judged, rounds), (trial.Folds, (int)trial.Weight, trial.Rounds));
        Assert.Equal(loss / judged, trial.Loss!.Value, 1e-6);
    }

    /// <summary>Squared errors of later rows around their own line, by the textbook's r².</summary>
    static double AroundLine(double[] scores, double[] labels)
    {
        var (x, y) = (scores.Average(), labels.Average());
        var (xx, yy, xy) = (scores.Sum(score => (score - x) * (score - x)), labels.Sum(label => (label - y) * (label - y)), scores.Zip(labels, (score, label) => (score - x) * (label - y)).Sum());
        return xy > xx ? yy - 2 * xy + xx : yy * (1 - xy * xy / (xx * yy));
    }

    /// <summary>A leaf of half of the rows can learn nothing of a product.</summary>
    [Fact]
    public void What_is_worse_on_a_fold_is_not_asked_of_the_others()
    {
        var rows = TrialSet.Read(500, noise: 0.1);
        using var trialRows = new TrialRows(new MLContext(1), TrialSet.Definition(), rows, rows.HoldOut.Training, threads: 1);
        var run = new TrialRun(trialRows.All, () => false);
        var best = run.Of(Small, 200, best: null)!;
        var worse = run.Of(Small with { LeafRows = 150 }, 200, best)!;

        Assert.Equal((5, 1), (best.Folds, worse.Folds));
        Assert.True(worse.Loss > best.Loss);
    }

    [Fact]
    public void No_held_out_row_judges()
    {
        var rows = TrialSet.Read(400, noise: 0.3);
        var before = Loss();
        foreach (var row in rows.HoldOut.HeldOut)
            rows.Examples.Label[row] = 1e6f;

        Assert.Equal(before, Loss());

        double? Loss()
        {
            using var trialRows = new TrialRows(new MLContext(1), TrialSet.Definition(), rows, rows.HoldOut.Training, threads: 1);
            return new TrialRun(trialRows.All, () => false).Of(Small, 50, best: null)!.Loss;
        }
    }

    [Fact]
    public void Where_the_time_is_over_a_trial_is_none()
    {
        var rows = TrialSet.Read(400, noise: 0.3);
        using var trialRows = new TrialRows(new MLContext(1), TrialSet.Definition(), rows, rows.HoldOut.Training, threads: 1);

        Assert.Null(new TrialRun(trialRows.All, () => true).Of(Small, 50, best: null));
    }
}
