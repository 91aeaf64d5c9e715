using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;

namespace Kiln.Host.Leaks;

/// <summary>
/// What one input can do alone: the training rows' mean label (or share of each class) in bins of the input, measured on the held-out rows by
/// the metric that is quoted. No training, no random numbers, and no assumption about the form of the dependence.
/// </summary>
sealed class OneInputModel(ExampleSet examples, HoldOut holdOut)
{
    /// <summary>More rows hardly move the mean of a bin.</summary>
    const int Sample = 20_000;

    /// <summary>As many rows of the overall mean are added to each bin's, so that a value seen once decides less.</summary>
    const double Prior = 1;

    readonly int[] _training = Sampling.Take(holdOut.Training, Sample);
    readonly int _outputs = examples.Shape.Task == TaskKind.MulticlassClassification ? examples.Shape.Classes.Count : 1;

    /// <summary>The task's first metric.</summary>
    public double Measure(int input)
    {
        var bins = InputBins.Create(examples, input, _training);
        var means = Means(bins);
        return !examples.Shape.PredictsClasses ? Number(bins, means) : Classification(bins, means);
    }

    double[][] Means(InputBins bins)
    {
        var (sums, rows) = (new double[bins.Count][], new double[bins.Count]);
        var all = new double[_outputs];
        for (var bin = 0; bin < sums.Length; bin++)
            sums[bin] = new double[_outputs];
        var total = _training.Sum(row => (double)examples.WeightOf(row));
        foreach (var row in _training)
        {
            var (bin, label) = (bins.Find(row), examples.Label[row]);
            var (output, amount) = _outputs > 1 ? ((int)label, 1.0) : (0, label);
            var weight = (double)examples.WeightOf(row);
            sums[bin][output] += weight * amount;
            all[output] += weight * amount / total;
            rows[bin] += weight;
        }
        return [.. sums.Select((sum, bin) => sum.Select((amount, output) => (amount + Prior * all[output]) / (rows[bin] + Prior)).ToArray())];
    }

    double Number(InputBins bins, double[][] means) => First(new(
        examples.Shape.Task,
        [.. holdOut.HeldOut.Select(row => examples.Label[row])],
        [.. holdOut.HeldOut.Select(row => new[] { (float)means[bins.Find(row)][0] })])
    {
        Weights = examples.WeightsOf(holdOut.HeldOut),
        Queries = examples.QueriesOf(holdOut.HeldOut),
    });

    /// <summary>Rows of one bin and one class are alike, so each such pair is measured once and counts as much as all of them.</summary>
    double Classification(InputBins bins, double[][] means)
    {
        var classes = examples.Shape.Classes.Count;
        var weights = new float[bins.Count * classes];
        foreach (var row in holdOut.HeldOut)
            weights[bins.Find(row) * classes + (int)examples.Label[row]] += examples.WeightOf(row);
        int[] seen = [.. Enumerable.Range(0, weights.Length).Where(pair => weights[pair] > 0)];
        return First(new(examples.Shape.Task, [.. seen.Select(pair => (float)(pair % classes))], [.. seen.Select(pair => Scores(means[pair / classes]))])
        {
            Weights = [.. seen.Select(pair => weights[pair])],
        });
    }

    /// <summary>As the predictor gives them: of two classes a score, which is above 0 where the answer is yes, and the probability.</summary>
    float[] Scores(double[] mean) => _outputs > 1 ? [.. mean.Select(share => (float)share)] : [(float)(mean[0] - 0.5), (float)mean[0]];

    static double First(Predictions predictions) => Metrics.Create(predictions).Measure()[0];
}
