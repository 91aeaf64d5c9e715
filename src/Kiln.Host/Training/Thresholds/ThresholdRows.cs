using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;

namespace Kiln.Host.Training.Thresholds;

/// <summary>
/// The training rows that choose a threshold, in passes: what a model learns from, and what it then judges. All folds judge in turn; where
/// time divides them only the last does, because no row may be judged by what comes after it.
/// </summary>
static class ThresholdRows
{
    public static IReadOnlyList<(int[] Learned, int[] Judged)> Divide(ModelRows rows, ModelShape shape)
    {
        var passes = Folds.Passes(rows, rows.HoldOut.Training);
        return shape.Split == SplitKind.Time ? [.. passes.TakeLast(1)] : passes;
    }

    /// <summary>Why these rows can choose none, as "… of them"; null where they can.</summary>
    public static string? Problem(ModelRows rows, ModelShape shape)
    {
        var passes = Divide(rows, shape);
        var judged = passes.SelectMany(pass => pass.Judged).ToList();
        for (var c = 0; c < 2; c++)
            if (judged.Count(row => rows.Examples.Label[row] == c && rows.Examples.WeightOf(row) > 0) is var count and < Support.Fewest)
                return FormattableString.Invariant($"{count:N0} of the {judged.Count:N0} training rows that could choose it have '{shape.Classes[c]}', and {Support.Fewest} of each class are needed");
        return passes.Any(pass => pass.Learned.Select(row => rows.Examples.Label[row]).Distinct().Count() < 2)
            ? $"all training rows of one class are of one {(shape.SplitColumn is { } column ? $"'{column.Name}'" : "fold")}, so that no model that judges them could learn it"
            : null;
    }
}
