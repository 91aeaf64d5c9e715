using Kiln.Contracts.Models;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Pipelines;

/// <summary>What a task needs from a pipeline: the columns that become the model's outputs.</summary>
static class OutputColumns
{
    /// <summary>What is missing and how to get it; null when nothing is.</summary>
    public static string? Problem(ModelShape shape, DataViewSchema schema)
    {
        var score = schema.GetColumnOrNull("Score");
        return shape.Task switch
        {
            TaskKind.BinaryClassification when !IsNumber(score) => Missing(shape, score, "a number 'Score'", "ml.BinaryClassification.Trainers"),
            TaskKind.BinaryClassification when !IsNumber(schema.GetColumnOrNull("Probability")) =>
                "the pipeline produces 'Score' but not 'Probability', which a binary model also needs; "
                + $"append a calibrator, ml.BinaryClassification.Calibrators.Platt(\"{shape.Label.Name}\"), or use a calibrated trainer",
            TaskKind.MulticlassClassification when Width(score) != shape.Classes.Count =>
                Missing(shape, score, $"a 'Score' with a number for each of the {shape.Classes.Count} classes", "ml.MulticlassClassification.Trainers"),
            TaskKind.MulticlassClassification when Order(score!.Value) is { } order && !order.SequenceEqual(shape.Classes) =>
                $"the pipeline scores the classes in the order {string.Join(", ", order)}, but the contract has {string.Join(", ", shape.Classes)}; "
                + $"train on the column '{shape.Label.Name}' as it is: it is a key already",
            TaskKind.Regression when !IsNumber(score) => Missing(shape, score, "a number 'Score'", "ml.Regression.Trainers"),
            TaskKind.Ranking when !IsNumber(score) => Missing(shape, score, "a number 'Score'", "ml.Ranking.Trainers"),
            TaskKind.Clustering when Width(score) is > 1 and var clusters && clusters != shape.Classes.Count =>
                $"the pipeline finds {clusters} clusters, and the model has {shape.Classes.Count}; write Clusters = {clusters} in [Model], or numberOfClusters: {shape.Classes.Count} in the pipeline",
            TaskKind.Clustering when Width(score) != shape.Classes.Count =>
                Missing(shape, score, $"a 'Score' with a distance from each of the {shape.Classes.Count} clusters", "ml.Clustering.Trainers"),
            _ => null,
        };
    }

    /// <summary>What a multiclass model ships as probabilities must be some: margins are not.</summary>
    public static string? Problem(ModelShape shape, IEnumerable<float[]> scores) =>
        shape.Task == TaskKind.MulticlassClassification
        && scores.Any(row => Array.Exists(row, score => !(score >= 0)) || !(Math.Abs(row.Sum() - 1) < 0.01))
            ? "the pipeline's 'Score' is not a probability per class: it does not add up to 1; "
                + "use a trainer of ml.MulticlassClassification.Trainers that produces probabilities, or OneVersusAll of a calibrated one"
            : null;

    static string Missing(ModelShape shape, DataViewSchema.Column? score, string needed, string trainers) =>
        $"the pipeline produces {(score is { } column ? $"a 'Score' of type {column.Type}" : "no 'Score'")}, "
        + $"but {shape.Task}{(shape.LearnsFromLabel ? $" on '{shape.Label.Name}'" : "")} needs {needed}; "
        + $"end it with one of {trainers}";

    static bool IsNumber(DataViewSchema.Column? column) => column?.Type == NumberDataViewType.Single;

    static int Width(DataViewSchema.Column? column) =>
        column?.Type is VectorDataViewType vector && vector.ItemType == NumberDataViewType.Single ? vector.Size : 0;

    /// <summary>The classes as the trainer numbered them; null where it does not say.</summary>
    static IReadOnlyList<string>? Order(DataViewSchema.Column score)
    {
        if (!score.HasSlotNames())
            return null;
        VBuffer<ReadOnlyMemory<char>> names = default;
        score.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}
