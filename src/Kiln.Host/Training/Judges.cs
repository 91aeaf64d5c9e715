using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;

namespace Kiln.Host.Training;

/// <summary>
/// Rows that judge a booster which does not learn from them. The loss is summed up here, one after the other: LightGBM adds in the order of its
/// threads, of which there are more or fewer on another machine, and the same data must be the same model there.
/// </summary>
abstract class Judges
{
    public static Judges Of(ModelRows rows, int[] judged)
    {
        var examples = rows.Examples;
        if (examples.Queries is not null)
            return new JudgedQueries(RankedQuery.List(examples.QueriesOf(judged)!, [.. judged.Select(row => examples.Label[row])], examples.WeightsOf(judged)));
        return new JudgedRows([.. judged.Select(row => examples.Label[row])], [.. judged.Select(examples.WeightOf)], examples.Shape.Task, areLater: examples.Shape.Split == SplitKind.Time);
    }

    /// <summary>How much all of them count, 1 each where nothing else is said.</summary>
    public abstract double Weight { get; }

    /// <summary>How many losses there are.</summary>
    protected abstract int Count { get; }

    /// <summary>Of each, times its weight.</summary>
    /// <param name="predictions">See <see cref="Boosters.GrowingBooster.Predict"/>.</param>
    protected abstract double Loss(int judge, ReadOnlySpan<double> predictions);

    /// <summary>How much of what tells rows apart holds for these, from 0 to 1.</summary>
    /// <param name="predictions">See <see cref="Boosters.GrowingBooster.Predict"/>.</param>
    public virtual double Slope(ReadOnlySpan<double> predictions) => 1;

    /// <summary>What of the predictions is judged.</summary>
    protected virtual ReadOnlySpan<double> Judged(ReadOnlySpan<double> predictions) => predictions;

    /// <summary>The first of a judge's rows.</summary>
    protected abstract int FirstRow(int judge);

    /// <summary>Summed over all.</summary>
    /// <param name="predictions">See <see cref="Boosters.GrowingBooster.Predict"/>.</param>
    public double Loss(ReadOnlySpan<double> predictions)
    {
        var loss = 0.0;
        var judged = Judged(predictions);
        for (var judge = 0; judge < Count; judge++)
            loss += Loss(judge, judged);
        return loss;
    }

    /// <summary>Adds each loss to that of its block.</summary>
    /// <param name="blocks">The block of each row.</param>
    public void AddLosses(ReadOnlySpan<double> predictions, int[] blocks, double[] losses)
    {
        var judged = Judged(predictions);
        for (var judge = 0; judge < Count; judge++)
            losses[blocks[FirstRow(judge)]] += Loss(judge, judged);
    }
}
