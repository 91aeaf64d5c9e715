namespace Kiln.Host.Evaluation;

/// <summary>The metrics of a model that predicts a number, as ML.NET defines them.</summary>
sealed class RegressionMetrics(Predictions predictions) : Metrics
{
    readonly double[] _label = [.. predictions.Label];
    readonly double[] _error = [.. predictions.Scores.Select((scores, row) => (double)scores[0] - predictions.Label[row])];

    readonly double[] _weight = [.. Enumerable.Range(0, predictions.Label.Length).Select(predictions.WeightOf)];

    readonly bool _hasInterval = predictions.HasInterval;

    public override int Draws => _label.Length;

    public override Support[] Supports
    {
        get
        {
            var labels = _label.Where((_, row) => _weight[row] > 0).ToList();
            var all = new Support(labels.Count);
            var others = new Support(labels.Count - labels.CountBy(label => label).Select(label => label.Value).DefaultIfEmpty().Max(), "with a label other than the most frequent one");
            return _hasInterval ? [others, all, all, all, all] : [others, all, all];
        }
    }

    public override string WhyUndefined(int metric) => "they have one and the same label";

    public override double[] Measure(ReadOnlySpan<int> counts)
    {
        double rows = 0, mean = 0, spread = 0, squared = 0, absolute = 0, covered = 0, width = 0;
        for (var row = 0; row < counts.Length; row++)
        {
            var count = counts[row] * _weight[row];
            if (count == 0)
                continue;
            // Welford's update: subtracting two large sums of squares would lose the label's variance when its mean is large.
            rows += count;
            var delta = _label[row] - mean;
            mean += count * delta / rows;
            spread += count * delta * (_label[row] - mean);
            squared += count * _error[row] * _error[row];
            absolute += count * Math.Abs(_error[row]);
            if (!_hasInterval)
                continue;
            var (low, high) = (predictions.Scores[row][1], predictions.Scores[row][2]);
            // In the 32 bits of the label as the model sees it: an end that equals it holds it.
            covered += predictions.Label[row] >= low && predictions.Label[row] <= high ? count : 0;
            width += count * ((double)high - low);
        }
        double[] errors = [spread == 0 ? double.NaN : 1 - squared / spread, Math.Sqrt(squared / rows), absolute / rows];
        return _hasInterval ? [.. errors, covered / rows, width / rows] : errors;
    }
}
