using Kiln.Host.Examples;
using Kiln.Host.Training.Intervals;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training;

/// <summary>
/// Gives the scores of a fitted model an interval. Where LightGBM's trees are the model, others say how far off they are in a row; else all
/// rows have the same interval. Either way it reaches as far as it had to, to hold the asked share of training rows for models that did not
/// see them.
/// </summary>
static class IntervalTraining
{
    const string Number = "\u0001Number";

    /// <param name="model">The fitted model, of any pipeline.</param>
    /// <param name="features">What its trees split by; null where it has none of LightGBM's.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="label">What the label's column is named.</param>
    /// <param name="fit">Fits the model's pipeline on some rows.</param>
    public static MadeInterval Fit(MLContext ml, ITransformer model, TreeFeatures? features, int seed, ModelRows rows, string label, Func<int[], ITransformer> fit, int threads)
    {
        var (shape, training) = (rows.Examples.Shape, rows.HoldOut.Training);
        var share = shape.Interval!.Value;
        var errors = OutOfFoldErrors.Measure(rows, label, fit);
        var scored = model.Transform(new ExampleView(rows.Examples, training, label));
        var spread = features is null ? null : SpreadTraining.Fit(ml, seed, features, SpreadRows.Of(rows, [.. errors.SelectMany(pass => pass)], label, fit), threads);
        // Few may be left where groups are large.
        if (spread?.Errors.Count(error => error.Weight > 0) < IntervalReach.Fewest(share))
            spread = null;
        OutOfFoldError[] judging = spread?.Errors ?? [.. OutOfFoldErrors.Judging(shape, errors).SelectMany(pass => pass)];
        var reach = IntervalReach.Find(judging, share);
        List<ITransformer> steps = [model];
        if (spread is not null)
        {
            // What a regression makes is called as the score is, so the score stands aside for it.
            Append(view => ml.Transforms.CopyColumns(Number, "Score").Fit(view));
            Append(_ => spread.Trees);
            Append(view => ml.Transforms.CopyColumns(IntervalStep.Spread, "Score").Fit(view));
            Append(view => ml.Transforms.CopyColumns("Score", Number).Fit(view));
        }
        Append(view => new IntervalStep(ml, view, reach, spread?.Least));
        return new(new TransformerChain<ITransformer>([.. steps]), reach, judging.Length, spread?.Rounds);

        void Append(Func<IDataView, ITransformer> make)
        {
            steps.Add(make(scored));
            scored = steps[^1].Transform(scored);
        }
    }
}
