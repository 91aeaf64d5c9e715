using System.Globalization;
using Kiln.Contracts.Releases;
using Kiln.TrainerHost.Data;
using Kiln.TrainerHost.Evaluation;
using Kiln.TrainerHost.Models;
using Kiln.TrainerHost.Training;

namespace Kiln.TrainerHost.Publishing;

/// <summary>A few held-out rows with what the shipped predictor says of them.</summary>
static class PredictionSample
{
    const int Rows = 5;

    /// <summary>Far more than the predictions of two machines differ by, far less than anybody acts on.</summary>
    const int Digits = 4;

    /// <summary>The held-out rows of lowest hash: which they are depends on nothing but the rows.</summary>
    public static IReadOnlyList<ReleasedPrediction> Take(ModelPlan plan, byte[] onnx, Table table)
    {
        var examples = Examples.From(table, plan.Shape);
        int[] rows = [.. HoldOut.Of(table, examples, plan.Data.Split).HeldOut
            .OrderBy(row => table.Keys[row])
            .DistinctBy(row => table.RowHashes[row])
            .Take(Rows)];
        var predictions = ShippedPredictor.Predict(plan, onnx, examples, rows);
        return [.. rows.Select((row, i) => new ReleasedPrediction(
            [.. examples.Inputs.Select((input, column) => KeyValuePair.Create(input.Name, Cell(examples, column, row)))],
            [.. predictions.Scores[i].Select(Round)]))];
    }

    static object? Cell(Examples examples, int input, int row)
    {
        if (examples.Texts[input] is { } texts)
            return texts.IsMissing(row) ? null : texts.Texts[texts.Codes[row]];
        var number = examples.Numbers[input]![row];
        // As decimal digits: widened, 46.1f would be 46.09999847412109.
        return float.IsNaN(number) ? null : double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0;
    }

    /// <remarks>Adding zero drops the sign of a negative one, which not every runtime writes.</remarks>
    static double Round(float score) => score == 0 || !float.IsFinite(score)
        ? score
        : Math.Round(score, Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(score))), 0, Digits)) + 0.0;
}
