using System.Globalization;
using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>
/// From which probability on a binary model predicts the positive class, as its definition says it: as a number, by what a false negative
/// costs, or by the metric that training chooses it for.
/// </summary>
static class DecisionThreshold
{
    /// <summary>
    /// What the definition fixes; null where it says nothing, or leaves it to training. A cost c fixes 1 / (1 + c), below which predicting
    /// the positive class costs more than it saves (Elkan, The Foundations of Cost-Sensitive Learning, IJCAI 2001). That holds for
    /// probabilities that are right, which these are made to be and the report says whether they are. The least cost on training rows would
    /// follow wrong ones too, but chance as well: over eight splits of five datasets it was as good on average, from 9 % less to 4 % more on
    /// held-out rows, and it moves with every training.
    /// </summary>
    public static double? Of(ModelDefinition model) => model.Threshold ?? (model.FalseNegativeCost is { } cost ? 1 / (1 + cost) : null);

    /// <summary>Whether a probability, which is a 32-bit number, can be on both sides of it.</summary>
    public static bool Divides(double threshold) => (float)threshold is > 0 and < 1;

    /// <summary>What is wrong with what the definition says, and nothing where it says nothing.</summary>
    public static IEnumerable<Problem> Check(ModelDefinition model, TaskKind task, Column? label)
    {
        var said = Said(model).ToList();
        if (said.Count == 0)
            yield break;
        if (task == TaskKind.AnomalyDetection)
        {
            yield return new(Ids.WrongThreshold, said[0], $"{said[0]} decides between two classes, and '{model.Name}' flags the most unusual rows; leave out {string.Join(" and ", said)}, "
                + "and say how many rows are to be flagged, as in AnomalyShare = 0.02 for 2 % of them");
            yield break;
        }
        if (task == TaskKind.Clustering)
        {
            yield return new(Ids.WrongThreshold, said[0], $"{said[0]} decides between two classes, and '{model.Name}' puts each row into the nearest cluster; leave out {string.Join(" and ", said)}");
            yield break;
        }
        if (task != TaskKind.BinaryClassification)
        {
            yield return new(Ids.WrongThreshold, said[0], $"{said[0]} decides between two classes, but '{model.Name}' is {task} on '{label!.Name}', "
                + $"{LabelTask.Describe(label)}; leave out {string.Join(" and ", said)}"
                + (LabelTask.Fits(TaskKind.BinaryClassification, label) ? ", or paste Task = ModelTask.BinaryClassification" : ""));
            yield break;
        }
        if (said.Count > 1)
            yield return new(Ids.WrongThreshold, said[1], $"{string.Join(" and ", said)} each say from which probability on the positive class is predicted; leave one of them");
        if (model.Threshold is { } threshold && !Divides(threshold))
            yield return new(Ids.WrongThreshold, nameof(model.Threshold), $"Threshold is {Text(threshold)}, so that every row, or none, would be predicted positive; "
                + "write a probability between 0 and 1, as in Threshold = 0.3");
        if (model.FalseNegativeCost is { } cost && !(cost > 0 && Divides(1 / (1 + cost))))
            yield return new(Ids.WrongThreshold, nameof(model.FalseNegativeCost), $"FalseNegativeCost is {Text(cost)}, so that every row, or none, would be predicted positive; "
                + "write how many false positives cost as much as one false negative, as in FalseNegativeCost = 5");
        if (model.ThresholdFor is { } metric && WhyNot(metric) is { } reason)
            yield return new(Ids.WrongThreshold, nameof(model.ThresholdFor),
                $"no threshold can be chosen for {metric}, because {reason}; paste ThresholdFor = Metric.F1Score or ThresholdFor = Metric.Accuracy");
    }

    static IEnumerable<string> Said(ModelDefinition model)
    {
        if (model.Threshold is not null)
            yield return nameof(model.Threshold);
        if (model.ThresholdFor is not null)
            yield return nameof(model.ThresholdFor);
        if (model.FalseNegativeCost is not null)
            yield return nameof(model.FalseNegativeCost);
    }

    /// <summary>Why a metric has no best threshold between those that predict every row positive, or none; null where it has one.</summary>
    static string? WhyNot(string metric) => metric switch
    {
        "Accuracy" or "F1Score" => null,
        "PositiveRecall" => "predicting every row positive reaches 1",
        "PositivePrecision" => "it is best where hardly any row is predicted positive",
        _ when MetricFacts.List(TaskKind.BinaryClassification).Contains(metric) => "it is the same whatever the threshold",
        _ => "a binary model does not have it",
    };

    static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
