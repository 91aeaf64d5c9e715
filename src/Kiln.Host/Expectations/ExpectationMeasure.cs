using System.Globalization;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;
using Kiln.Host.Cache;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Expectations;

/// <summary>Gives a column of held-out rows one value after the other, and sees where the score goes, through the shipped predictor.</summary>
/// <param name="directory">The project's, which places are named from.</param>
sealed class ExpectationMeasure(ModelPlan plan, TrainedModel model, ModelRows rows, string directory)
{
    /// <summary>Of more rows those of lowest hash are looked at, so that this costs a second at most, whatever the data.</summary>
    public const int MostRows = 1000;

    /// <summary>What single precision rounds, with room for sums of many trees: of a probability, or of the largest score that is met.</summary>
    const double Noise = 1e-6;

    readonly ShippedPredictor _predictor = new(plan, model.Onnx);

    /// <summary>Which they are depends on nothing but the rows; what does not count is not measured.</summary>
    readonly int[] _rows = [.. rows.HoldOut.HeldOut.Where(row => rows.Examples.WeightOf(row) > 0)
        .OrderBy(row => rows.Table.Keys[row]).ThenBy(row => rows.Table.RowHashes[row]).Take(MostRows)];

    float[][]? _own;

    /// <summary>The scores of the rows as they are.</summary>
    float[][] Own => _own ??= _predictor.Predict(rows.Examples, _rows).Scores;

    public ExpectationResult Measure(Expectation expectation)
    {
        var (column, training) = (rows.Table[expectation.Column], rows.HoldOut.Training);
        var values = expectation.Invariant ? ExchangedValues.WithMissing(column, training) : ExchangedValues.Of(column, training);
        var places = Places(expectation);
        var moves = new WorstMoves(expectation.Monotone, Own, places);
        var scale = Scale(Own, places);
        for (var value = 0; value < values.Length; value++)
        {
            var given = Given(expectation.Column, values[value]);
            moves.Add(value, given);
            scale = Math.Max(scale, Scale(given, places));
        }
        var allowed = (expectation.Within ?? 0) + Noise * scale;
        var worst = moves.Rows.Index().MaxBy(move => move.Item.Size);
        var broken = moves.Rows.Count(move => move.Size > allowed);
        var isMoved = worst.Item.Size > Noise * scale;
        return new(
            new(expectation.Measured, _rows.Length, broken, !isMoved ? 0 : double.IsFinite(worst.Item.Size) ? Rounding.Significant(worst.Item.Size) : double.NaN),
            broken == 0 ? null : Example(expectation, worst.Index, worst.Item, values));
    }

    /// <summary>The scores of the rows where all of them have a row's value.</summary>
    float[][] Given(string column, int value) => _predictor.Predict(rows.Examples.Exchange(column, _rows, _ => value), [.. Enumerable.Range(0, _rows.Length)]).Scores;

    /// <summary>Which of a row's scores are looked at: probabilities, where there are any.</summary>
    int[] Places(Expectation expectation) => plan.Shape.Task switch
    {
        TaskKind.BinaryClassification => [1],
        TaskKind.MulticlassClassification when expectation.Class is { } name => [plan.Shape.Classes.ToList().IndexOf(name)],
        TaskKind.MulticlassClassification => [.. Enumerable.Range(0, plan.Shape.Classes.Count)],
        _ => [0],
    };

    double Scale(float[][] scores, int[] places) => plan.Shape.PredictsClasses ? 1
        : scores.SelectMany(row => places.Select(place => Math.Abs((double)row[place]))).Where(double.IsFinite).DefaultIfEmpty().Max();

    string Example(Expectation expectation, int row, ScoreMove move, int[] values)
    {
        var column = rows.Table[expectation.Column];
        var place = rows.Table.Find([(_rows[row], expectation.Column)])[0];
        var file = Path.GetRelativePath(directory, place.File).Replace('\\', '/');
        return $"{(place.Line > 0 ? FormattableString.Invariant($"{file}({place.Line})") : $"{place.Row} of {file}")}: "
            + $"from {ExchangedValues.Name(column, move.From < 0 ? _rows[row] : values[move.From], values)} ({Text(move.Score)}) to {ExchangedValues.Name(column, values[move.To], values)} ({Text(move.Other)})";
    }

    static string Text(double score) => score.ToString("G6", CultureInfo.InvariantCulture);
}
