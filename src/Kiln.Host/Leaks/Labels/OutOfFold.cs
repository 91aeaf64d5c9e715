using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Host.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Leaks.Labels;

/// <summary>Of each row the probabilities of the classes, by models of the same pipeline that were trained without it and the rows of its fold.</summary>
static class OutOfFold
{
    /// <summary>
    /// Rows are judged in two rounds, by small trees. Large ones learn wrong labels along with right ones, and cost more: measured with 5 % of
    /// the labels turned around, these find more of them in a fifth of the time.
    /// </summary>
    const int Rounds = 2;

    static readonly BoostingSettings Small = BoostingSettings.Plain with { Rounds = 50, Leaves = 8 };

    /// <param name="judged">The classes that are to be judged.</param>
    /// <returns>For each row a probability for each class, of two the negative one first; null where a fold has all rows of a judged class.</returns>
    public static float[][]? Predict(ModelPlan plan, ModelRows rows, int[] training, bool[] judged, int threads)
    {
        var probabilities = training.Select(_ => new float[plan.Shape.Classes.Count]).ToArray();
        for (var pass = 0; pass < Rounds * Folds.Count; pass++)
        {
            var (round, fold) = Math.DivRem(pass, Folds.Count);
            var folds = Folds.Divide(rows.Table, plan.Shape, training, round);
            int[] left = [.. Enumerable.Range(0, training.Length).Where(i => folds[i] == fold)];
            int[] others = [.. training.Where((_, i) => folds[i] != fold)];
            if (left.Length == 0)
                continue;
            var known = others.Select(row => (int)rows.Examples.Label[row]).ToHashSet();
            if (judged.Where((isJudged, c) => isJudged && !known.Contains(c)).Any())
                return null;
            var model = DefaultPipeline.FitSmall(new MLContext(plan.Definition.Seed), plan.Definition, rows, others, threads, Small);
            var predicted = Probabilities(model.Transform(new ExampleView(rows.Examples, [.. left.Select(i => training[i])])), plan.Shape.Task);
            foreach (var (i, probability) in left.Zip(predicted))
                for (var c = 0; c < probability.Length; c++)
                    probabilities[i][c] += probability[c] / Rounds;
        }
        return probabilities;
    }

    static IEnumerable<float[]> Probabilities(IDataView predictions, TaskKind task) => task == TaskKind.BinaryClassification
        ? predictions.GetColumn<float>("Probability").Select(yes => new[] { 1 - yes, yes })
        : predictions.GetColumn<float[]>("Score");
}
