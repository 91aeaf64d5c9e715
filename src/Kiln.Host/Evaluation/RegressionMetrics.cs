namespace Kiln.Host.Evaluation;

/// <summary>The metrics of a model that predicts a number, as ML.NET defines them.</summary>
sealed class RegressionMetrics(Predictions predictions) : Metrics
{
    readonly double[] _label = [.. predictions.Label];
    readonly double[] _error = [.. predictions.Scores.Select((scores, row) => (double)scores[0] - predictions.Label[row])];

    readonly bool _hasInterval = predictions.HasInterval;

    public override int Rows => _label.Length;

    public override Support[] Supports =>
        [new(Rows - _label.CountBy(label => label).Max(label => label.Value), "with a label other than the most frequent one"), new(Rows), new(Rows), .. _hasInterval ? [new(Rows), new(Rows)] : (Support[])[]];

    public override string WhyUndefined(int metric) => "they have one and the same label";

    public override double[] Measure(ReadOnlySpan<int> counts)
    {
        double rows = 0, mean = 0, spread = 0, squared = 0, absolute = 0, covered = 0, width = 0;
        for (var row = 0; row < counts.Length; row++)
        {
            if (counts[row] == 0)
                continue;
            // Welford's update: subtracting two large sums of squares would lose the label's variance when its mean is large.
            rows += counts[row];
            var delta = _label[row] - mean;
            mean += counts[row] * delta / rows;
            spread += counts[row] * delta * (_label[row] - mean);
            squared += counts[row] * _error[row] * _error[row];
            absolute += counts[row] * Math.Abs(_error[row]);
            if (!_hasInterval)
                continue;
            var (low, high) = (predictions.Scores[row][1], predictions.Scores[row][2]);
            // In the 32 bits of the label as the model sees it: an end that equals it holds it.
            covered += predictions.Label[row] >= low && predictions.Label[row] <= high ? counts[row] : 0;
            width += counts[row] * ((double)high - low);
        }
        double[] errors = [spread == 0 ? double.NaN : 1 - squared / spread, Math.Sqrt(squared / rows), absolute / rows];
        return _hasInterval ? [.. errors, covered / rows, width / rows] : errors;
    }
}
