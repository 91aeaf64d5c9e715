using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training;

/// <summary>
/// Finds how much of the score a linear model should give beside the trees, by training rows that neither has learnt from (stacking with weights that
/// are not negative and add up to 1: Breiman, Stacked Regressions, Machine Learning 24, 1996). Few rows cannot teach trees a slope, which takes them many
/// steps; of many rows they learn it by themselves, and the linear model is only another cost.
/// </summary>
static class LinearShare
{
    /// <summary>More was worse on held-out rows: what is best for the rows that judge is a little too much for others.</summary>
    const double Most = 0.5;

    const int Steps = 5;

    /// <summary>Of the loss. For less nobody wants two models in one.</summary>
    const double LeastGain = 0.005;

    /// <summary>Standard errors. One was better than none and than one and a half on the datasets of benchmarks/quality.</summary>
    const double LeastErrors = 1;

    /// <summary>What a step of the solver passes over, for each score: rows times inputs, and the weights. So it stays a small part of a training.</summary>
    const long MostValues = 1_000_000;

    /// <summary>A step takes a row's value twice, and a weight four times for each of ten steps before it.</summary>
    const int PassesOverWeights = 20;

    public static bool IsWorthTrying(ModelDefinition model, ExampleSet examples, int[] training) =>
        examples.Shape.Task != TaskKind.Ranking
        // A direction that trees are constrained to would be no longer kept; texts have their linear model as a feature.
        && model.MonotoneConstraints.Count == 0 && !examples.Inputs.Any(input => input.IsFreeText)
        && training.Length <= RoundSearch.FewRows
        && ((long)training.Length * examples.Inputs.Count + PassesOverWeights * Columns(examples)) * examples.Shape.ScoreCount <= MostValues;

    /// <summary>A category has one for each value, of which a row holds one.</summary>
    static long Columns(ExampleSet examples) => examples.Inputs.Sum(input => input.IsCategory ? (long)input.Column.Values.Count : 1);

    /// <returns>The share, 0 where it is not worth it, and what is said of the rows that judge with it.</returns>
    public static (double Share, FoundRounds Found) Find(MLContext ml, ModelRows rows, int[] training, FoundRounds found)
    {
        var blocks = new int[rows.Examples.Label.Length];
        foreach (var (row, block) in training.Zip(Folds.Blocks(rows.Table, rows.Examples.Shape, training)))
            blocks[row] = block;
        double[][] linear = [.. found.Passes.Select(pass => Linear(ml, rows.Examples, pass))];
        var (best, least) = ((Share: 0.0, Found: found), Losses(found, blocks));
        var trees = least;
        for (var step = 1; step <= Steps; step++)
        {
            var share = Most * step / Steps;
            FoundRounds blended = found with { Passes = [.. found.Passes.Zip(linear, (pass, scores) => pass with { Predictions = Blend(pass.Predictions, scores, share, pass.Judged.Length, rows.Examples.Shape.Task) })] };
            var losses = Losses(blended, blocks);
            if (losses.Sum() < least.Sum())
                (best, least) = ((share, blended), losses);
        }
        return IsWorthIt(trees, least) ? best : (0, found);
    }

    static double[] Linear(MLContext ml, ExampleSet examples, JudgedPass pass)
    {
        var said = LinearPipeline.Fit(ml, examples, pass.Learned, roughly: true).Model.Transform(new ExampleView(examples, pass.Judged));
        switch (examples.Shape.Task)
        {
            case TaskKind.BinaryClassification:
                return [.. said.GetColumn<float>("Probability")];
            case TaskKind.MulticlassClassification:
                var rows = said.GetColumn<float[]>("Score").ToList();
                return [.. examples.Shape.Classes.SelectMany((_, c) => rows.Select(probabilities => (double)probabilities[c]))];
            default:
                return [.. said.GetColumn<float>("Score")];
        }
    }

    /// <summary>Scores are blended: numbers, and the logarithms of probabilities.</summary>
    static double[] Blend(double[] trees, double[] linear, double share, int rows, TaskKind task)
    {
        if (task == TaskKind.Regression)
            return [.. trees.Zip(linear, (tree, line) => (1 - share) * tree + share * line)];
        double Product(double tree, double line) => Math.Pow(Math.Max(tree, JudgedRows.LeastProbability), 1 - share) * Math.Pow(Math.Max(line, JudgedRows.LeastProbability), share);
        double[] products = [.. trees.Zip(linear, Product)];
        if (task == TaskKind.BinaryClassification)
            return [.. trees.Zip(linear, (tree, line) => Product(1 - tree, 1 - line)).Zip(products, (no, yes) => yes / (yes + no))];
        var sums = new double[rows];
        foreach (var (i, product) in products.Index())
            sums[i % rows] += product;
        return [.. products.Select((product, i) => product / sums[i % rows])];
    }

    /// <summary>Of each block of rows that chance draws together.</summary>
    static double[] Losses(FoundRounds found, int[] blocks)
    {
        var losses = new double[Folds.Count * Folds.BlocksOfFold];
        foreach (var pass in found.Passes)
            pass.Judges.AddLosses(pass.Predictions, [.. pass.Judged.Select(row => blocks[row])], losses);
        return losses;
    }

    static bool IsWorthIt(double[] trees, double[] blended)
    {
        double[] gains = [.. trees.Zip(blended, (before, after) => before - after).Where(gain => gain != 0)];
        if (gains.Length < 2 || gains.Sum() < LeastGain * trees.Sum())
            return false;
        var mean = gains.Average();
        var error = Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Length - 1) / gains.Length);
        return mean >= LeastErrors * error;
    }
}
