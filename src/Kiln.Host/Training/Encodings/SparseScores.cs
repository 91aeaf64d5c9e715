using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Kiln.Host.Training.Linear;
using Microsoft.ML;

namespace Kiln.Host.Training.Encodings;

/// <summary>
/// What a linear model says of a row by its texts and categories alone, as numbers that trees can split by: trees themselves would need hundreds of
/// splits for thousands of words. In training a row gets what models say that did not see it (stacking: Wolpert, Stacked Generalization, Neural
/// Networks 5, 1992); by the model that did, every text would seem to say more than it does.
/// </summary>
/// <param name="Steps">From inputs to scores.</param>
/// <param name="OutOfFold">Of each row that was learnt from what models without its fold say.</param>
/// <param name="Texts">What is read in free text.</param>
sealed record SparseScores(ITransformer Steps, IReadOnlyDictionary<int, float[]> OutOfFold, IReadOnlyList<LearntText> Texts)
{
    /// <summary>The scores' column: of two classes one score, of several the probability of each, else the number.</summary>
    public const string Column = "\u0001Scores";

    /// <summary>
    /// A category with as many values is one in which each has few rows: trees must gather them by twos and threes. Without texts it is worth it where a
    /// number is predicted (ames, Boston and Sacramento of benchmarks/quality: 1 to 3 % less loss), and not where classes are (mlc_churn 1 %
    /// more, late flights no better than guessed).
    /// </summary>
    const int ManyValues = 20;

    const string Vectors = "\u0001Sparse";

    /// <returns>Null where neither texts nor categories are worth it.</returns>
    public static SparseScores? Fit(MLContext ml, ModelRows rows, int[] training)
    {
        training = LearntText.Sample(rows.Examples, training);
        var texts = LearntText.Learn(rows.Examples, training);
        var shape = rows.Examples.Shape;
        if (texts.Count == 0 && !(shape.Task == TaskKind.Regression && rows.Examples.Inputs.Any(input => input.IsCategory && input.Column.Values.Count >= ManyValues)))
            return null;
        var view = new ExampleView(rows.Examples, training);
        string[] columns = [.. texts.Select(text => Encoding.Name(text.Input)), .. rows.Examples.Inputs.Where(input => input.IsCategory).Select(Encoding.Name)];
        var vectors = Encoding.OneHots(ml, rows.Examples).Append(Encoding.Texts(ml, texts)).Append<ITransformer>(ml.Transforms.Concatenate(Vectors, columns)).Fit(view);
        var data = vectors.Transform(view);
        var all = Rows.Read(data, Vectors, ExampleView.Label, sparse: int.MaxValue, ExampleView.Weight);
        var scores = OutOfFoldScores(all, rows, training);
        var model = LinearModels.Create(ml, data.Schema, shape.Task, Fit(all, shape.Task, shape.Classes.Count), Vectors);
        var named = ml.Transforms.CopyColumns(Column, "Score").Fit(model.Transform(data));
        return new(vectors.Append(model).Append(named), scores, texts);
    }

    static Dictionary<int, float[]> OutOfFoldScores(Rows all, ModelRows rows, int[] training)
    {
        var (task, classes) = (rows.Examples.Shape.Task, rows.Examples.Shape.Classes.Count);
        var isTime = rows.Examples.Shape.Split == SplitKind.Time;
        var folds = Folds.Divide(rows.Table, rows.Examples.Shape, training, round: 0);
        Dictionary<int, float[]> scores = [];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var left = Enumerable.Range(0, training.Length).Where(i => folds[i] == fold).ToList();
            // What is learnt from later rows contradicts the earlier ones that made the mean what it is: only the rows before may speak.
            var others = Enumerable.Range(0, training.Length).Where(i => isTime ? folds[i] < fold : folds[i] != fold).ToList();
            var weights = others.Count > 0 ? Fit(all.Take(others), task, classes) : Nothing(all.Width, task, classes);
            foreach (var i in left)
                scores.Add(training[i], Score(weights, all, i, task));
        }
        return scores;
    }

    /// <summary>
    /// Without the bias: of a model without a fold it is what the other folds have on average, which is the less the more the fold has. Trees
    /// would learn the opposite of what the score says, most of all where stretches of time differ.
    /// </summary>
    static Weights[] Fit(Rows rows, TaskKind task, int classes) => [.. LinearTraining.Fit(rows, task, classes).Select(weights => weights with { Bias = 0 })];

    static Weights[] Nothing(int width, TaskKind task, int classes) =>
        [.. Enumerable.Repeat(new Weights(new double[width], 0), task == TaskKind.MulticlassClassification ? classes : 1)];

    static float[] Score(Weights[] weights, Rows rows, int row, TaskKind task)
    {
        double[] scores = [.. weights.Select(output => output.Score(rows.Slots(row), rows.Values(row)))];
        if (task == TaskKind.MulticlassClassification)
            SoftmaxLoss.Softmax(scores);
        return Array.ConvertAll(scores, score => (float)score);
    }
}
