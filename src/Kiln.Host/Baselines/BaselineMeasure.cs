using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Baselines;

/// <summary>Measures a trained model for a release, or against one.</summary>
static class BaselineMeasure
{
    /// <summary>How many held-out rows a release records, and on how many importance is measured.</summary>
    const int ReleasedRows = 1_000;

    /// <summary>How many scores it records: of many classes fewer rows, because people and Git carry the lock around.</summary>
    const int ReleasedScores = 16_000;

    /// <summary>How many are predicted: with as many as twenty times the rows of a release, its rows are still all among them.</summary>
    const int ComparedRows = 20 * ReleasedRows;

    public static MeasuredModel Measure(ModelPlan plan, byte[] onnx, ModelRows known)
    {
        var (table, examples) = (known.Table, known.Examples);
        int[] rows = [.. RowsOf(known).Take(ComparedRows)];
        var predictions = ShippedPredictor.Predict(plan, onnx, examples, rows);
        var queries = (predictions.Queries ?? []).Distinct().Index().ToDictionary(query => query.Item, query => query.Index);
        HeldOutRow[] heldOut =
            [.. rows.Select((row, i) => new HeldOutRow(table.Keys[row], predictions.Label[i], examples.WeightOf(row), predictions.Queries is { } all ? queries[all[i]] : 0, predictions.Scores[i]))];
        int[] sample = [.. rows.Take(ReleasedRows)];
        return new(
            new()
            {
                Rows = table.Rows,
                Sketch = RowSketch.Take(table.RowHashes),
                HeldOut = PackedRows.Write([.. heldOut.Take(Math.Min(ReleasedRows, ReleasedScores / plan.Shape.ScoreCount)).Select(row => (row.Key, row.Scores))]),
                Split = Split(plan, known),
                Importance = new PermutationImportance(plan, onnx, examples, sample).Measure(predictions.Take(..sample.Length)),
                Columns = [.. table.Columns.Select(ColumnSummary.Summarize)],
            },
            heldOut);
    }

    static ReleasedSplit Split(ModelPlan plan, ModelRows known)
    {
        var (shape, split) = (plan.Shape, known.HoldOut.Split);
        var from = shape.Split == SplitKind.Time && shape.SplitColumn!.Classification is null && known.Table[shape.SplitColumn.Name] is var time && known.HoldOut.HeldOut is { Length: > 0 } heldOut
            ? Moments.Format(time, heldOut.MinBy(row => Moments.Compute(time, row)))
            : null;
        return new(shape.Split, shape.SplitColumn?.Name, split.By, split.Moved, BlankTexts.Compute(known.Table.Contract, split.By), from);
    }

    /// <summary>The held-out rows by ascending hash. Queries are whole, so that of some rows all but the last are.</summary>
    public static IEnumerable<int> RowsOf(ModelRows known) =>
        known.HoldOut.HeldOut.OrderBy(row => known.Examples.Queries?[row]).ThenBy(row => known.Table.Keys[row]);
}
