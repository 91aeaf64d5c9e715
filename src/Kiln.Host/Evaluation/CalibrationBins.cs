using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>Rows in the order of their probabilities, in bins of equally many, but rows of one probability in one bin.</summary>
sealed class CalibrationBins
{
    const int Most = 10;

    /// <summary>Fewer rows in a bin say nothing of its share.</summary>
    const int FewestRows = 20;

    readonly float[] _probabilities;
    readonly bool[] _outcomes;
    readonly double[] _weights;
    readonly double _all;
    readonly List<(int From, int To)> _bins;

    CalibrationBins(float[] probabilities, bool[] outcomes, double[] weights, List<(int From, int To)> bins) =>
        (_probabilities, _outcomes, _weights, _all, _bins) = (probabilities, outcomes, weights, weights.Sum(), bins);

    public int Rows => _probabilities.Length;

    /// <returns>Null where there are no probabilities, or too few rows.</returns>
    public static CalibrationBins? From(Predictions predictions)
    {
        if (predictions.Task is not (TaskKind.BinaryClassification or TaskKind.MulticlassClassification) || predictions.Label.Length < FewestRows)
            return null;
        var isBinary = predictions.Task == TaskKind.BinaryClassification;
        var probabilities = new float[predictions.Label.Length];
        var outcomes = new bool[probabilities.Length];
        for (var row = 0; row < probabilities.Length; row++)
        {
            var scores = predictions.Scores[row];
            var best = isBinary ? 1 : Array.IndexOf(scores, scores.Max());
            if (best < 0 || best >= scores.Length || !(scores[best] is >= 0 and <= 1))
                return null;
            probabilities[row] = scores[best];
            outcomes[row] = isBinary ? predictions.Label[row] > 0 : predictions.Label[row] == best;
        }
        int[] order = [.. Enumerable.Range(0, probabilities.Length).OrderBy(row => probabilities[row])];
        Array.Sort(probabilities);
        return new(probabilities, [.. order.Select(row => outcomes[row])], [.. order.Select(predictions.WeightOf)], Divide(probabilities));
    }

    /// <summary>The same rows with outcomes as if the probabilities were right.</summary>
    public CalibrationBins Draw(Random random) => new(_probabilities, [.. _probabilities.Select(probability => random.NextDouble() < probability)], _weights, _bins);

    /// <summary>The expected calibration error, from 0 to 1.</summary>
    public double Error() => _bins.Sum(bin => Math.Abs(Gap(bin.From, bin.To)));

    /// <summary>The bin that adds most: its probabilities, their mean, and the share of its rows where it was so.</summary>
    public (double From, double To, double Probability, double Share) Worst()
    {
        var (from, to) = _bins.MaxBy(bin => Math.Abs(Gap(bin.From, bin.To)));
        return (_probabilities[from], _probabilities[to - 1], Mean(from, to, row => _probabilities[row]), Mean(from, to, row => _outcomes[row] ? 1 : 0));
    }

    /// <summary>What the rows of a bin are off by, as a part of all rows.</summary>
    double Gap(int from, int to)
    {
        var gap = 0.0;
        for (var row = from; row < to; row++)
            gap += _weights[row] * (_probabilities[row] - (_outcomes[row] ? 1 : 0));
        return gap / _all;
    }

    double Mean(int from, int to, Func<int, double> value) =>
        Enumerable.Range(from, to - from).Sum(row => _weights[row] * value(row)) / _weights[from..to].Sum();

    public IEnumerable<CalibrationBin> All() => _bins.Select(bin => new CalibrationBin(_probabilities[bin.From], _probabilities[bin.To - 1],
        Mean(bin.From, bin.To, row => _probabilities[row]), Mean(bin.From, bin.To, row => _outcomes[row] ? 1 : 0), Counted(_weights[bin.From..bin.To])));

    static double Counted(double[] weights) => weights.Sum() is var sum ? sum * sum / weights.Sum(weight => weight * weight) : 0;

    /// <summary>Values in bins of equally many, at most ten; equal values in one bin.</summary>
    public static List<(int From, int To)> Divide(float[] ascending)
    {
        var count = Math.Min(Most, ascending.Length / FewestRows);
        var bins = new List<(int From, int To)>();
        for (int bin = 1, from = 0; bin <= count; bin++)
        {
            var to = (int)((long)bin * ascending.Length / count);
            while (to < ascending.Length && to > 0 && ascending[to] == ascending[to - 1])
                to++;
            if (to > from)
                bins.Add((from, to));
            from = Math.Max(from, to);
        }
        return bins;
    }
}
