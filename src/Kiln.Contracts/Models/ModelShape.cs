using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>A definition resolved against its contract: what the generator types, the host trains and the predictor expects.</summary>
public sealed class ModelShape
{
    public required TaskKind Task { get; init; }

    /// <summary>The label's column; null where a task that does without has none.</summary>
    public required Column? LabelColumn { get; init; }

    public bool HasLabel => LabelColumn is not null;

    /// <summary>The column that is learned from; of anomalies and clusters, which are found without, the one that they are measured by.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Column Label => LabelColumn ?? throw new InvalidOperationException($"{Task} has no label here.");

    /// <summary>Whether the model learns from the label; else rows without one train it too, and a label only measures it.</summary>
    public bool LearnsFromLabel => LabelTask.LearnsFrom(Task);

    /// <summary>The columns used to predict, in the contract's order: the members of <c>Input</c>.</summary>
    public required IReadOnlyList<Column> Features { get; init; }

    public required SplitKind Split { get; init; }

    /// <summary>The column that splits by group or time; null when split by hash.</summary>
    public required Column? SplitColumn { get; init; }

    /// <summary>The column whose equal values make a query, whose rows are ranked; null for other tasks.</summary>
    public Column? Query => Task == TaskKind.Ranking ? SplitColumn : null;

    /// <summary>Whether the label is one of some classes.</summary>
    public bool PredictsClasses => Task is TaskKind.BinaryClassification or TaskKind.MulticlassClassification;

    /// <summary>How much each row counts; null where all count alike.</summary>
    public Column? Weight { get; init; }

    /// <summary>
    /// The label's classes as the data spells them, in the order of the scores: the negative, then the positive one of a binary model, and
    /// of known anomalies; the contract's order for several; the numbers of the clusters; empty for regression and ranking, and without a label.
    /// </summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Whether calling code has true and false for the classes, as the column is; else an enum.</summary>
    public bool IsTrueOrFalse => Task == TaskKind.BinaryClassification && Label.Type == ColumnType.Boolean;

    /// <summary>The class that the probability of a binary model is of; null for other tasks.</summary>
    public string? Positive => Task == TaskKind.BinaryClassification ? Classes[1] : null;

    /// <summary>
    /// From which probability on the positive class is predicted, where the definition fixes it; null where training chooses it
    /// (<see cref="ThresholdFor"/>), or the sign of the score decides, as in ML.NET.
    /// </summary>
    public double? Threshold { get; init; }

    /// <summary>The metric that training chooses the threshold for; null where nothing is chosen.</summary>
    public string? ThresholdFor { get; init; }

    /// <summary>The share of values that is to lie within the interval of a prediction; null where predictions have none.</summary>
    public double? Interval { get; init; }

    /// <summary>The share of rows that are expected to be anomalies; null for other tasks.</summary>
    public double? AnomalyShare { get; init; }

    /// <summary>
    /// How many scores a row gets: score and probability, a probability for each class, a distance from each cluster, or the number (of a ranking, what rows are put in order by; of anomalies, how unusual the row is), behind which come the ends of its
    /// interval where it has one.
    /// </summary>
    public int ScoreCount => Task switch
    {
        TaskKind.BinaryClassification => 2,
        TaskKind.MulticlassClassification or TaskKind.Clustering => Classes.Count,
        _ => Interval is null ? 1 : 3,
    };

    /// <summary>The model's inputs, in order.</summary>
    public IEnumerable<ModelInput> Inputs => Features.SelectMany(InputsOf);

    static IEnumerable<ModelInput> InputsOf(Column column)
    {
        if (column.Type != ColumnType.DateTime)
            return [new(column.Name, column, null)];
        // A model cannot learn from years it has not seen, so the column that orders the rows in time gives none.
        var parts = (DatePart[])Enum.GetValues(typeof(DatePart));
        return parts
            .Where(part => part != DatePart.Year || column.Role != ColumnRole.Time)
            .Select(part => new ModelInput($"{column.Name}.{part}", column, part));
    }
}
