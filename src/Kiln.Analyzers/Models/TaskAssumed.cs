using System.Globalization;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>A label of few different numbers, which may be a quantity or the names of classes: what was assumed, and what to write for the other.</summary>
static class TaskAssumed
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.TaskAssumed, "A label of few numbers may be a quantity or classes", "{0}", Category.Data, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.TaskAssumed));

    /// <summary>Silent once the task is said.</summary>
    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model is not { Shape: { } shape, Declaration.Task: null } || shape.LabelColumn?.Classes is not { Count: > 0 } classes
            || shape.Label.Type is not (ColumnType.Number or ColumnType.Integer))
            return;
        var (assumed, other) = shape.Task == TaskKind.Regression
            ? ("a number (regression); for classes", TaskKind.MulticlassClassification)
            : ("two classes (binary classification); for a number", TaskKind.Regression);
        report(Diagnostic.Create(Rule, model.Attribute.Location,
            $"label '{shape.Label.Name}' holds {Numbers(classes)}: predicted as {assumed} paste Task = ModelTask.{other}, "
            + $"to keep it Task = ModelTask.{shape.Task}"));
    }

    static string Numbers(IReadOnlyList<string> classes)
    {
        var whole = classes.All(static number => Value(number) == Math.Floor(Value(number))) ? "whole " : "";
        var ordered = classes.OrderBy(Value).ToList();
        var shown = ordered.Count > 3 ? $"{ordered[0]} … {ordered[ordered.Count - 1]}" : string.Join(", ", ordered);
        return $"{Counted.Format(classes.Count, whole + "number")} ({shown})";
    }

    static double Value(string number) => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
}
