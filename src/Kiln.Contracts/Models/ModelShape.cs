using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>A definition resolved against its contract: what the generator types, the trainer trains and the predictor expects.</summary>
public sealed class ModelShape
{
    public required TaskKind Task { get; init; }

    public required Column Label { get; init; }

    /// <summary>The columns used to predict, in the contract's order: the members of <c>Input</c>.</summary>
    public required IReadOnlyList<Column> Features { get; init; }

    /// <summary>Text columns with role feature that the default pipeline leaves out.</summary>
    public required IReadOnlyList<Column> Dropped { get; init; }

    public required SplitKind Split { get; init; }

    /// <summary>The column that splits by group or time; null when split by hash.</summary>
    public required Column? SplitColumn { get; init; }

    /// <summary>The classes in the order of the scores: the label's values; empty unless multiclass.</summary>
    public IReadOnlyList<string> Classes => Task == TaskKind.MulticlassClassification ? Label.Values : [];

    /// <summary>How many scores a row gets: score and probability, a probability for each class, or the number.</summary>
    public int ScoreCount => Task switch { TaskKind.BinaryClassification => 2, TaskKind.MulticlassClassification => Classes.Count, _ => 1 };

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
