using Kiln.Contracts.Gates;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Host.Cache;
using Kiln.Host.Data;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Slices;

/// <summary>Measures a trained model on the held-out rows of each value of a column, through the shipped predictor.</summary>
static class SliceMeasure
{
    /// <param name="gates">Those whose slices are asked for.</param>
    public static IReadOnlyList<SlicedMetric> Measure(ModelPlan plan, TrainedModel model, ModelRows rows, IReadOnlyList<Gate> gates)
    {
        var heldOut = rows.HoldOut.HeldOut;
        var predictions = ShippedPredictor.Predict(plan, model.Onnx, rows.Examples, heldOut) with { Threshold = model.Threshold };
        return
        [
            .. gates.GroupBy(gate => (Column: gate.Slice!, gate.FewestRows))
                .SelectMany(slice => Measure(predictions, heldOut, rows.Table[slice.Key.Column], slice.Key.FewestRows, [.. slice.Select(gate => gate.Metric).Distinct()])),
        ];
    }

    /// <param name="heldOut">For each prediction its row of the column.</param>
    public static IEnumerable<SlicedMetric> Measure(Predictions predictions, int[] heldOut, TableColumn column, int minRows, IReadOnlyList<string> metrics)
    {
        var values = ColumnValues.Create(column) ?? throw new InvalidOperationException($"'{column.Column.Name}' has no listed values");
        var slices = Enumerable.Range(0, heldOut.Length).GroupBy(i => values.Find(heldOut[i])).OrderBy(slice => slice.Key).ToList();
        var large = slices.Where(slice => slice.Count() >= minRows)
            .Select(slice => (Name: values.Name(slice.Key), Rows: slice.Count(), Measured: Measure(predictions.Take([.. slice]), metrics))).ToList();
        return metrics.Select((metric, m) => new SlicedMetric(
            metric, column.Column.Name, minRows, [.. large.Select(slice => new SliceValue(slice.Name, slice.Rows, slice.Measured[m]))], slices.Count - large.Count));
    }

    static MetricValue[] Measure(Predictions slice, IReadOnlyList<string> metrics)
    {
        var measured = Metrics.Create(slice);
        var bootstrap = new Bootstrap(measured.Draws, counts => measured.Measure(counts));
        var supports = measured.Supports;
        var names = MetricFacts.List(slice.Task, slice.IsExtended);
        return [.. metrics.Select(metric => Array.IndexOf([.. names], metric) is >= 0 and var m
            ? bootstrap.Interval(m, supports[m], Rounding.Significant)
            : new MetricValue(double.NaN, double.NaN, double.NaN))];
    }
}
