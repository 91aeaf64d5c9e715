using System.Globalization;
using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>A gate on a metric that the model's task does not have. Silent while the task is not known.</summary>
static class MetricNotOfTask
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.MetricNotOfTask, "A gate's metric does not belong to the task",
        "{0} is not a metric of {1}, which '{2}' is because of {3}, so it cannot be measured; paste {4} here, or gate on another of {5}{6}",
        Category.Gates, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.MetricNotOfTask));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Shape is not { } shape)
            return;
        var metrics = MetricFacts.List(shape.Task);
        foreach (var (gate, attribute) in model.Gates)
            if (!metrics.Contains(gate.Metric))
                report(Diagnostic.Create(
                    Rule, attribute.First, gate.Metric, shape.Task, model.Declaration.Name,
                    model.Declaration.Task is null ? $"its label '{shape.Label.Name}', {LabelTask.Describe(shape.Label)}" : "its Task",
                    Line(gate, shape.Task), string.Join(", ", metrics), OtherTask(gate.Metric, shape, model.Declaration.Dataset)));
    }

    static string Line(Gate gate, TaskKind task)
    {
        var metric = MetricFacts.Counterpart(gate.Metric, task);
        var bound = MetricFacts.HigherIsBetter(metric) ? "AtLeast" : "AtMost";
        // A bound on another scale would be no bound.
        var value = gate.Metric.EndsWith("Accuracy", StringComparison.Ordinal) && metric.EndsWith("Accuracy", StringComparison.Ordinal)
            ? gate.AtLeast?.ToString("R", CultureInfo.InvariantCulture)
            : null;
        return $"[Gate(Metric.{metric}, {bound} = {value ?? "…"})]";
    }

    /// <summary>How the model becomes one that has the metric, where its label allows that.</summary>
    static string OtherTask(string metric, ModelShape shape, string dataset)
    {
        var (label, tasks) = (shape.Label, MetricFacts.TasksOf(metric).ToList());
        foreach (var task in tasks)
            if (LabelTask.Fits(task, label))
                return $"; or paste Task = ModelTask.{task} into [Model], if that is what it is";
        return label.Type is ColumnType.Number or ColumnType.Integer && tasks.Count > 0
            ? $"; or, if its numbers are classes, {LabelTask.HowToFit(tasks[tasks.Count - 1], label, dataset)}, and paste Task = ModelTask.{tasks[tasks.Count - 1]} into [Model]"
            : "";
    }
}
