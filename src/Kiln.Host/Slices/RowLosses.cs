using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Slices;

/// <summary>What a model loses on each row, and by what its answers are ordered.</summary>
/// <param name="Metric">The metric whose mean over the rows the loss is.</param>
/// <param name="Loss">One for each row.</param>
/// <param name="Answer">Rows whose numbers are close were answered alike: a probability, how unsure several classes leave, or the predicted number.</param>
sealed record RowLosses(string Metric, double[] Loss, double[] Answer)
{
    /// <summary>One row that is certain and wrong would outweigh a hundred others, so that probabilities count no further from 0 and 1 than this.</summary>
    const double Closest = 1.0 / 1024;

    /// <summary>
    /// The share by which a slice's loss is higher, at least, to be told, however many rows show it. A predicted number does not say how sure
    /// the model is, so that rows with such numbers may be harder than others without being its fault: it takes more there.
    /// </summary>
    public double SmallestExcess => Metric == "LogLoss" ? 0.1 : 0.5;

    /// <summary>Null where a row has no loss of its own, or an answer that is no number.</summary>
    public static RowLosses? From(Predictions predictions) => NoMetrics.Unanswered(predictions) > 0 ? null : predictions.Task switch
    {
        TaskKind.BinaryClassification => new("LogLoss",
            [.. predictions.Scores.Zip(predictions.Label, (scores, label) => -Math.Log2(Math.Max(label > 0 ? scores[1] : 1 - scores[1], Closest)))],
            [.. predictions.Scores.Select(scores => (double)scores[1])]),
        TaskKind.MulticlassClassification => new("LogLoss",
            [.. predictions.Scores.Zip(predictions.Label, (scores, label) => -Math.Log(Math.Max(scores[(int)label], Closest)))],
            [.. predictions.Scores.Select(scores => -scores.Sum(p => p * Math.Log(Math.Max(p, Closest))))]),
        // The root of squares would follow the few largest errors.
        TaskKind.Regression => new("MeanAbsoluteError",
            [.. predictions.Scores.Zip(predictions.Label, (scores, label) => Math.Abs((double)scores[0] - label))],
            [.. predictions.Scores.Select(scores => (double)scores[0])]),
        _ => null,
    };
}
