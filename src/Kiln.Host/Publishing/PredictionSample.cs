using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Data;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Publishing;

/// <summary>A few held-out rows with what the shipped predictor says of them.</summary>
static class PredictionSample
{
    const int Rows = 5;

    /// <summary>Far more than the predictions of two machines differ by, far less than anybody acts on.</summary>
    const int Digits = 4;

    /// <summary>The held-out rows of lowest hash: which they are depends on nothing but the rows.</summary>
    public static IReadOnlyList<ReleasedPrediction> Take(ModelPlan plan, byte[] onnx, ModelRows known)
    {
        var (table, examples) = (known.Table, known.Examples);
        int[] rows = [.. known.HoldOut.HeldOut
            .OrderBy(row => table.Keys[row])
            .DistinctBy(row => table.RowHashes[row])
            .Take(Rows)];
        var predictions = ShippedPredictor.Predict(plan, onnx, examples, rows);
        return [.. rows.Select((row, i) => new ReleasedPrediction(
            [.. examples.Inputs.Select(input => KeyValuePair.Create(input.Name, Cell(table, input, row)))],
            [.. predictions.Scores[i].Select(Round)]))];
    }

    /// <summary>As the file says it, not as the model rounds it.</summary>
    static object? Cell(Table table, ModelInput input, int row) => table[input.Column.Name] switch
    {
        var column when column.IsMissing(row) => null,
        TextColumn texts => texts.Texts[texts.Codes[row]],
        NumberColumn numbers => numbers.Values[row] + 0.0,
        DateTimeColumn dates => (double)DateParts.Compute(dates.Values[row]!.Value, input.Part!.Value),
        var column => throw new InvalidOperationException($"{column.GetType()} has no cells"),
    };

    /// <remarks>Adding zero drops the sign of a negative one, which not every runtime writes.</remarks>
    static double Round(float score) => score == 0 || !float.IsFinite(score)
        ? score
        : Math.Round(score, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(score))), 0, Digits)) + 0.0;
}
