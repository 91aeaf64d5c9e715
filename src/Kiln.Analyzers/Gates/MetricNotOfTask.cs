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
        "{0}", Category.Gates, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.MetricNotOfTask));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Shape is not { } shape)
            return;
        var metrics = MetricFacts.List(shape);
        foreach (var (gate, attribute) in model.Gates)
            if (!metrics.Contains(gate.Metric))
                report(Diagnostic.Create(Rule, attribute.First, shape.Task == TaskKind.Regression && MetricFacts.IsOfInterval(gate.Metric)
                    ? $"{gate.Metric} measures the intervals of predictions, and '{model.Declaration.Name}' has none, so it cannot be measured; "
                        + "paste Interval = 0.9 into [Model] for intervals that hold 90 % of values, or remove the gate"
                    : MetricFacts.IsOfLabel(gate.Metric, shape.Task)
                    ? shape.Task == TaskKind.Clustering
                    ? $"{gate.Metric} compares clusters with classes that are known, and '{model.Declaration.Name}' has no label that says which class a row is of, so it cannot be measured; "
                        + "name a column of classes as Label, which only measures, or gate on DaviesBouldinIndex"
                    : $"{gate.Metric} compares what is flagged with anomalies that are known, and '{model.Declaration.Name}' has no label that says which rows are, so it cannot be measured; "
                        + "name one of two values as Label, which only measures, or gate on FlaggedShare"
                    : OfOtherTask(model, gate, shape, metrics)));
    }

    static string OfOtherTask(ModelUnderTest model, Gate gate, ModelShape shape, IReadOnlyList<string> metrics)
    {
        var reason = model.Declaration.Task is null ? $"its label '{shape.Label.Name}', {LabelTask.Describe(shape.Label)}" : "its Task";
        return $"{gate.Metric} is not a metric of {shape.Task}, which '{model.Declaration.Name}' is because of {reason}, so it cannot be measured; "
            + $"paste {Line(gate, shape.Task)} here, or gate on another of {string.Join(", ", metrics)}{OtherTask(gate.Metric, shape, model.Declaration.Dataset)}";
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
        var tasks = MetricFacts.TasksOf(metric).Where(LabelTask.LearnsFrom).ToList();
        if (shape.LabelColumn is not { } label)
            return "";
        foreach (var task in tasks)
            if (LabelTask.Fits(task, label))
                return $"; or paste Task = ModelTask.{task} into [Model], if that is what it is";
        return label.Type is ColumnType.Number or ColumnType.Integer && tasks.Count > 0
            ? $"; or, if its numbers are classes, {LabelTask.HowToFit(tasks[tasks.Count - 1], label, dataset)}, and paste Task = ModelTask.{tasks[tasks.Count - 1]} into [Model]"
            : "";
    }
}
