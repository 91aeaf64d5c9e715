namespace Kiln.Host.Evaluation;

/// <summary>The metrics of a model over several classes, as ML.NET defines them.</summary>
sealed class MulticlassMetrics : Metrics
{
    readonly int[] _label;
    readonly bool[] _right;
    readonly double[] _loss;
    readonly double[] _weight;
    readonly int _classes;

    public MulticlassMetrics(Predictions predictions)
    {
        _label = [.. predictions.Label.Select(label => (int)label)];
        _right = [.. predictions.Scores.Select((scores, row) => Best(scores) == _label[row])];
        _loss = [.. predictions.Scores.Select((scores, row) => -Math.Log(Math.Max(scores[_label[row]], Epsilon)))];
        _weight = [.. Enumerable.Range(0, _label.Length).Select(predictions.WeightOf)];
        _classes = predictions.Scores.Length == 0 ? 0 : predictions.Scores[0].Length;
    }

    public override int Draws => _label.Length;

    public override Support[] Supports
    {
        get
        {
            var labels = _label.Where((_, row) => _weight[row] > 0).ToList();
            return [new(labels.Count), new(labels.CountBy(label => label).Select(label => label.Value).DefaultIfEmpty().Min(), "of the rarest class"), new(labels.Count)];
        }
    }

    public override string WhyUndefined(int metric) => "there are none";

    public override double[] Measure(ReadOnlySpan<int> counts)
    {
        Span<double> rows = new double[_classes];
        Span<double> right = new double[_classes];
        double loss = 0, all = 0, allRight = 0;
        for (var row = 0; row < counts.Length; row++)
        {
            var count = counts[row] * _weight[row];
            all += count;
            rows[_label[row]] += count;
            loss += count * _loss[row];
            if (!_right[row])
                continue;
            allRight += count;
            right[_label[row]] += count;
        }
        double recall = 0, seen = 0;
        for (var c = 0; c < _classes; c++)
            if (rows[c] > 0)
                (recall, seen) = (recall + right[c] / rows[c], seen + 1);
        return [allRight / all, recall / seen, loss / all];
    }

    static int Best(float[] scores) => Array.IndexOf(scores, scores.Max());
}
