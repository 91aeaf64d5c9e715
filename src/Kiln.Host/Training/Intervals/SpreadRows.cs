using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Microsoft.ML;

namespace Kiln.Host.Training.Intervals;

/// <summary>What teaches trees how large errors are, and which errors then judge them.</summary>
/// <param name="Passes">In each, trees that learn from the one are judged by the other.</param>
/// <param name="All">What the model's own trees learn from.</param>
sealed record SpreadRows(IReadOnlyList<(OutOfFoldError[] Learned, OutOfFoldError[] Judged)> Passes, OutOfFoldError[] All)
{
    /// <summary>Of more rows one fold judges well enough, and what a model knows of a row makes the errors of those like it hardly smaller.</summary>
    const int FewRows = 10_000;

    /// <param name="errors">Of training rows, of models that did not see them.</param>
    /// <param name="label">What the label's column is named.</param>
    /// <param name="fit">Fits the model's pipeline on some rows.</param>
    public static SpreadRows Of(ModelRows rows, OutOfFoldError[] errors, string label, Func<int[], ITransformer> fit)
    {
        var (shape, training) = (rows.Examples.Shape, rows.HoldOut.Training);
        var folds = training.Zip(Folds.Divide(rows.Table, shape, training, round: 0)).ToDictionary();
        int[] all = [.. folds.Values.Distinct().Order()];
        if (shape.Split != SplitKind.Time && training.Length < FewRows && all.Length > 2)
            return Pairs(rows, errors, folds, all, label, fit);
        // The latest, where time divides them, by those before it.
        OutOfFoldError[] learned = [.. errors.Where(error => folds[error.Row] != all[^1])];
        return new(learned.Length == 0 ? [] : [(learned, [.. errors.Where(error => folds[error.Row] == all[^1])])], errors);
    }

    /// <summary>
    /// Each fold judges trees that learnt from errors of models that did not see it either. A model that knows a row is off by less on those
    /// like it, and so would such trees say of the fold, but not of new rows, which no model knows: intervals for 80 % held 83 of concrete.
    /// </summary>
    static SpreadRows Pairs(ModelRows rows, OutOfFoldError[] errors, Dictionary<int, int> folds, int[] all, string label, Func<int[], ITransformer> fit)
    {
        var known = new List<(int Unseen, OutOfFoldError Error)>();
        foreach (var (first, second) in all.SelectMany(first => all.Where(second => second > first).Select(second => (first, second))))
        {
            var sides = rows.HoldOut.Training.ToLookup(row => folds[row] == first || folds[row] == second);
            known.AddRange(OutOfFoldErrors.Of(rows, label, fit([.. sides[false]]), [.. sides[true]])
                .Select(error => (folds[error.Row] == first ? second : first, error)));
        }
        // One row has an error for each other fold.
        var means = known.GroupBy(pair => pair.Error.Row, pair => Math.Abs(pair.Error.Error)).ToDictionary(row => row.Key, row => row.Average());
        return new(
            [
                .. all.Select(fold => (
                    (OutOfFoldError[])[.. known.Where(pair => pair.Unseen == fold).Select(pair => pair.Error)],
                    (OutOfFoldError[])[.. errors.Where(error => folds[error.Row] == fold)])),
            ],
            [.. errors.Select(error => error with { Error = means[error.Row] })]);
    }
}
