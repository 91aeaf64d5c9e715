using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>What the model said of some rows, and what was true.</summary>
/// <param name="Label">For each row 0 or 1, the class's index, the number, or how relevant it is; NaN where it is not known whether the row is an anomaly, or of which class a row of a cluster is.</param>
/// <param name="Scores">For each row what the predictor gives: score and probability, a probability for each class, a squared distance from each cluster, or the number and the ends of its interval, if it has one.</param>
sealed record Predictions(TaskKind Task, float[] Label, float[][] Scores)
{
    /// <summary>How much each row counts; null where all count alike.</summary>
    public float[]? Weights { get; init; }

    /// <summary>The query that each row is of; null where nothing is ranked.</summary>
    public ulong[]? Queries { get; init; }

    /// <summary>From which probability on the model predicts the positive one of two classes, or from which score on an anomaly; null where the sign of the score decides.</summary>
    public double? Threshold { get; init; }

    /// <summary>Of some of the rows.</summary>
    public Predictions Take(Range rows) => this with { Label = Label[rows], Scores = Scores[rows], Weights = Weights?[rows], Queries = Queries?[rows] };

    public Predictions Take(int[] rows) => this with
    {
        Label = [.. rows.Select(row => Label[row])], Scores = [.. rows.Select(row => Scores[row])],
        Weights = Weights is { } weights ? [.. rows.Select(row => weights[row])] : null, Queries = Queries is { } queries ? [.. rows.Select(row => queries[row])] : null,
    };

    public double WeightOf(int row) => Weights?[row] ?? 1;

    /// <summary>Whether predicted numbers have an interval.</summary>
    public bool HasInterval => Task == TaskKind.Regression && Scores.Length > 0 && Scores[0].Length > 1;

    /// <summary>Whether there is more to measure than in all models of the task: an interval, or anomalies or classes that are known.</summary>
    public bool IsExtended => HasInterval || !LabelTask.LearnsFrom(Task) && Array.Exists(Label, label => !float.IsNaN(label));

    /// <summary>For each row the place of the nearest cluster among the scores, as the application has it.</summary>
    public int[] Clusters => [.. Scores.Select(distances => Array.IndexOf(distances, distances.Min()))];

    /// <summary>For each row whether a binary model predicts the positive class, or another an anomaly, as the application does.</summary>
    public bool[] Decisions => [.. Scores.Select(scores => Decision.IsPositive(scores, (float?)Threshold))];
}
