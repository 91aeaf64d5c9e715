using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Intervals;

/// <summary>
/// The errors on training rows of models that were trained without them: the model itself knows these rows, and is off by less than on any
/// others. Held-out rows have no part in it, or their coverage would say nothing.
/// </summary>
static class OutOfFoldErrors
{
    /// <summary>
    /// With a fifth less of so few rows a model is clearly worse than with all of them, and intervals would be too wide: of concrete, with 824,
    /// those for 80 % held 85.
    /// </summary>
    const int FewRows = 5_000;

    /// <param name="label">What the label's column is named.</param>
    /// <param name="fit">Fits the model's pipeline on some rows.</param>
    /// <returns>For each pass, in their order.</returns>
    public static IReadOnlyList<OutOfFoldError[]> Measure(ModelRows rows, string label, Func<int[], ITransformer> fit) =>
        [.. Passes(rows).Select(pass => (OutOfFoldError[])[.. Of(rows, label, fit(pass.Learned), pass.Judged)])];

    /// <summary>The errors of a model on rows that it did not see.</summary>
    public static IEnumerable<OutOfFoldError> Of(ModelRows rows, string label, ITransformer model, int[] judged) =>
        model.Transform(new ExampleView(rows.Examples, judged, label)).GetColumn<float>("Score").ToArray()
            .Zip(judged, (score, row) => new OutOfFoldError(row, (double)rows.Examples.Label[row] - score, rows.Examples.WeightOf(row)));

    /// <summary>
    /// The passes that say how far off a model is: all, or where time divides the rows only the latest, because the models before had learnt
    /// from few.
    /// </summary>
    public static IEnumerable<T> Judging<T>(ModelShape shape, IReadOnlyList<T> passes) => passes.TakeLast(shape.Split == SplitKind.Time ? 1 : passes.Count);

    /// <summary>Why these rows have no interval, as "… of them"; null where they have.</summary>
    public static string? Problem(ModelRows rows, ModelShape shape, double share)
    {
        var passes = Passes(rows);
        if (passes.Any(pass => pass.Learned.Select(row => rows.Examples.Label[row]).Distinct().Count() < 2))
            return $"'{shape.Label.Name}' has one value in the training rows of all {(shape.SplitColumn is { } column ? $"'{column.Name}'" : "folds")} but some";
        var judging = Judging(shape, passes).Sum(pass => pass.Judged.Count(row => rows.Examples.WeightOf(row) > 0));
        return judging >= IntervalReach.Fewest(share) ? null : FormattableString.Invariant(
            $"{judging:N0} of the {rows.HoldOut.Training.Length:N0} training rows can be judged by models that were trained without them, and {IntervalReach.Fewest(share):N0} are needed");
    }

    static IReadOnlyList<(int[] Learned, int[] Judged)> Passes(ModelRows rows) =>
        Folds.Passes(rows, rows.HoldOut.Training, fine: rows.HoldOut.Training.Length < FewRows);
}
