namespace Kiln.Host.Evaluation;

/// <summary>
/// The metrics of a model of anomalies: how many rows it flags and, where it is known of some rows whether they are anomalies, how far it puts these
/// before the others, as ML.NET defines it; rows of equal score count as the mean of all their orders.
/// </summary>
sealed class AnomalyMetrics : Metrics
{
    /// <summary>ML.NET's.</summary>
    const int FalsePositives = 10;

    readonly bool[] _flagged;
    readonly float[] _label;
    readonly float[] _score;
    readonly int[] _order;
    readonly bool _areKnown;

    public AnomalyMetrics(Predictions predictions)
    {
        (_label, _flagged, _areKnown) = (predictions.Label, predictions.Decisions, predictions.IsExtended);
        _score = [.. predictions.Scores.Select(scores => scores[0])];
        _order = [.. Enumerable.Range(0, _score.Length).Where(row => !float.IsNaN(_label[row])).OrderByDescending(row => _score[row])];
    }

    public override int Draws => _flagged.Length;

    public override Support[] Supports
    {
        get
        {
            var flagged = new Support(_flagged.Count(isFlagged => isFlagged), "that are flagged");
            if (!_areKnown)
                return [flagged];
            var anomalies = new Support(_order.Count(row => _label[row] > 0), "that are known anomalies");
            var others = new Support(_order.Length - anomalies.Rows, "that are known not to be anomalies");
            return [anomalies.Rows < others.Rows ? anomalies : others, anomalies, flagged];
        }
    }

    public override string WhyUndefined(int metric) => metric == 0
        ? "they hold no known anomalies, or nothing else"
        : $"they hold no known anomalies, or no more than {FalsePositives} rows that are none";

    public override double[] Measure(ReadOnlySpan<int> counts)
    {
        double rows = 0, flagged = 0;
        for (var row = 0; row < counts.Length; row++)
        {
            rows += counts[row];
            flagged += _flagged[row] ? counts[row] : 0;
        }
        return _areKnown ? [.. Order(counts), flagged / rows] : [flagged / rows];
    }

    /// <summary>Area under the ROC curve, and the share of the anomalies that come before the false positive that is one too many.</summary>
    double[] Order(ReadOnlySpan<int> counts)
    {
        double anomalies = 0, others = 0, pairs = 0, found = double.NaN;
        for (var i = 0; i < _order.Length;)
        {
            double tiedAnomalies = 0, tiedOthers = 0;
            for (var score = _score[_order[i]]; i < _order.Length && _score[_order[i]] == score; i++)
                if (_label[_order[i]] > 0)
                    tiedAnomalies += counts[_order[i]];
                else
                    tiedOthers += counts[_order[i]];
            // Of n others in an order by chance, the k-th has k / (n + 1) of what is among them before it.
            if (double.IsNaN(found) && others + tiedOthers > FalsePositives)
                found = anomalies + tiedAnomalies * (FalsePositives + 1 - others) / (tiedOthers + 1);
            pairs += tiedOthers * (anomalies + tiedAnomalies / 2);
            anomalies += tiedAnomalies;
            others += tiedOthers;
        }
        return [anomalies == 0 || others == 0 ? double.NaN : pairs / (anomalies * others), anomalies == 0 ? double.NaN : found / anomalies];
    }
}
