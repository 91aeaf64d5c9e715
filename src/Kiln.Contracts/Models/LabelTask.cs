using System.Globalization;
using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>Which tasks a label's column can be predicted by, and how a column is made fit for another.</summary>
public static class LabelTask
{
    const int MostShown = 5;

    /// <summary>
    /// What is assumed where a model names none: two values are binary, more values several classes, and numbers a quantity unless they are
    /// two. Null where the column cannot be predicted.
    /// </summary>
    public static TaskKind? Assumed(Column label) => label.Type switch
    {
        ColumnType.Text or ColumnType.DateTime => null,
        _ when label.LabelValues().Count == 2 => TaskKind.BinaryClassification,
        ColumnType.Category => TaskKind.MulticlassClassification,
        _ => TaskKind.Regression,
    };

    /// <summary>Whether models of the task learn from a label; else one only measures them.</summary>
    public static bool LearnsFrom(TaskKind task) => task is not (TaskKind.AnomalyDetection or TaskKind.Clustering);

    public static bool Fits(TaskKind task, Column label) => task switch
    {
        TaskKind.BinaryClassification or TaskKind.AnomalyDetection => label.LabelValues().Count == 2,
        TaskKind.MulticlassClassification => label.LabelValues().Count > 0,
        TaskKind.Clustering => label.LabelValues().Count > 1,
        TaskKind.Ranking => IsNumber(label) || label.Type == ColumnType.Boolean,
        _ => IsNumber(label),
    };

    /// <summary>What the column is, for messages: <c>a category of 3 values ('a', 'b', 'c')</c>.</summary>
    public static string Describe(Column label)
    {
        var values = label.LabelValues();
        if (values.Count == 0)
            return label.Type switch { ColumnType.Integer => "an integer column", _ => $"a {Words.Format(label.Type)} column" };
        var shown = string.Join(", ", values.Take(MostShown).Select(value => IsNumber(label) ? value : $"'{value}'"));
        var all = $"{shown}{(values.Count > MostShown ? ", …" : "")}";
        return label.Type switch
        {
            ColumnType.Boolean => $"a boolean column ({all})",
            ColumnType.Category => $"a category of {Counted.Format(values.Count, "value")} ({all})",
            _ => $"{(label.Type == ColumnType.Integer ? "an integer" : "a number")} column of {values.Count.ToString(CultureInfo.InvariantCulture)} different numbers ({all})",
        };
    }

    /// <summary>What to write, and where, for a column that does not fit the task.</summary>
    public static string HowToFit(TaskKind task, Column label, string dataset)
    {
        var place = Place(label, dataset);
        return task switch
        {
            TaskKind.Regression => $"name a column of numbers as Label, or, if its values are numbers, set \"type\": \"number\" for it in {place}",
            TaskKind.Ranking => $"name a column of whole numbers as Label, 0 for rows that are not relevant and more for more relevant ones, or, if its values are such numbers, set \"type\": \"integer\" for it in {place}",
            TaskKind.BinaryClassification when label.LabelValues().Count > 2 => "paste Task = ModelTask.MulticlassClassification instead",
            TaskKind.BinaryClassification when IsNumber(label) => $"add its two numbers to the column, as in \"classes\": [0, 1], in {place}",
            _ when IsNumber(label) => $"add its numbers to the column, as in \"classes\": [0, 1, 2], in {place}",
            _ => $"write \"type\": \"category\" with its \"values\", as in \"values\": [\"no\", \"yes\"], for it in {place}",
        };
    }

    /// <summary>Where the column stands in its contract.</summary>
    public static string Place(Column column, string dataset) =>
        $"{dataset}.schema.json{(column.Line > 0 ? $", line {column.Line.ToString(CultureInfo.InvariantCulture)}" : "")}";

    static bool IsNumber(Column column) => column.Type is ColumnType.Number or ColumnType.Integer;
}
