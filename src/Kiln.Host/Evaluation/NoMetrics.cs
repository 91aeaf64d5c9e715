using Kiln.Contracts;
using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>The metrics of a model that answers some rows with no number: none is defined, for no order and no mean has a place for such an answer.</summary>
sealed class NoMetrics(Predictions predictions, int unanswered) : Metrics
{
    readonly int _metrics = MetricFacts.List(predictions.Task, predictions.IsExtended).Count;

    public override int Draws => predictions.Label.Length;

    public override Support[] Supports => [.. Enumerable.Repeat(new Support(0), _metrics)];

    public override double[] Measure(ReadOnlySpan<int> counts)
    {
        var values = new double[_metrics];
        Array.Fill(values, double.NaN);
        return values;
    }

    public override string WhyUndefined(int metric) => $"they have {Counted.Format(unanswered, "row")} for which the model gives no finite number";

    /// <summary>How many rows have a score that is no finite number.</summary>
    public static int Unanswered(Predictions predictions) =>
        predictions.Scores.Count(scores => !Array.TrueForAll(scores, float.IsFinite));
}
