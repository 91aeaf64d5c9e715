namespace Kiln.Host.Evaluation;

/// <summary>The metrics of a yes-or-no model, as ML.NET defines them; rows of equal score are one step of a curve, whatever their order.</summary>
sealed class BinaryMetrics : Metrics
{
    readonly int[] _order;
    readonly bool[] _positive;
    readonly bool[] _predicted;
    readonly float[] _score;
    readonly double[] _loss;
    readonly double[] _weight;

    public BinaryMetrics(Predictions predictions)
    {
        _positive = [.. predictions.Label.Select(label => label > 0)];
        _predicted = predictions.Decisions;
        _score = [.. predictions.Scores.Select(scores => scores[0])];
        _loss = [.. predictions.Scores.Select((scores, row) => Loss(scores[1], _positive[row]))];
        _weight = [.. Enumerable.Range(0, _score.Length).Select(predictions.WeightOf)];
        _order = [.. Enumerable.Range(0, _score.Length).OrderByDescending(row => _score[row])];
    }

    public override int Draws => _order.Length;

    public override Support[] Supports
    {
        get
        {
            var all = new Support(_weight.Count(weight => weight > 0));
            var positive = new Support(Counted(_positive), "of the positive class");
            var scarcer = new Support(Math.Min(positive.Rows, all.Rows - positive.Rows), "of the rarer class");
            var predicted = new Support(Counted(_predicted), "predicted positive");
            return [scarcer, scarcer, all, positive, predicted.Rows < positive.Rows ? predicted : positive, positive, all];
        }
    }

    public override string WhyUndefined(int metric) => metric < 2 ? "they hold only one class" : "none of them is positive";

    public override double[] Measure(ReadOnlySpan<int> counts)
    {
        double positives = 0, negatives = 0, truePositives = 0, falsePositives = 0, loss = 0;
        for (var row = 0; row < counts.Length; row++)
        {
            var count = counts[row] * _weight[row];
            loss += count * _loss[row];
            if (_positive[row])
                positives += count;
            else
                negatives += count;
            if (_predicted[row] && _positive[row])
                truePositives += count;
            else if (_predicted[row])
                falsePositives += count;
        }
        var (roc, precisionRecall) = Areas(counts, positives, negatives);
        var decided = new DecisionCounts(positives, negatives, truePositives, falsePositives);
        return
        [
            roc,
            precisionRecall,
            decided.Accuracy,
            decided.F1Score,
            decided.PositivePrecision,
            decided.PositiveRecall,
            loss / (positives + negatives),
        ];
    }

    /// <summary>
    /// Area under the ROC curve, and under precision over recall by the lower trapezoid estimator
    /// (Boyd, Eng, Page: Area under the Precision-Recall Curve, ECML 2013), which is ML.NET's.
    /// </summary>
    (double Roc, double PrecisionRecall) Areas(ReadOnlySpan<int> counts, double positives, double negatives)
    {
        if (positives == 0 || negatives == 0)
            return (double.NaN, double.NaN);
        double pairs = 0, area = 0, truePositives = 0, falsePositives = 0, precision = 1;
        for (var i = 0; i < _order.Length;)
        {
            double tiedPositives = 0, tiedNegatives = 0;
            for (var score = _score[_order[i]]; i < _order.Length && _score[_order[i]] == score; i++)
                if (_positive[_order[i]])
                    tiedPositives += counts[_order[i]] * _weight[_order[i]];
                else
                    tiedNegatives += counts[_order[i]] * _weight[_order[i]];
            if (tiedPositives + tiedNegatives == 0)
                continue;
            pairs += tiedNegatives * (truePositives + tiedPositives / 2);
            truePositives += tiedPositives;
            falsePositives += tiedNegatives;
            var reached = truePositives / (truePositives + falsePositives);
            area += tiedPositives / positives * (precision + reached) / 2;
            precision = reached;
        }
        return (pairs / (positives * negatives), area);
    }

    /// <summary>Of the rows that count at all.</summary>
    int Counted(bool[] rows) => rows.Where((isOne, row) => isOne && _weight[row] > 0).Count();

    /// <summary>In bits, as ML.NET's.</summary>
    static double Loss(double probability, bool positive) =>
        -Math.Log2(Math.Max(positive ? probability : 1 - probability, Epsilon));
}
