using Kiln.Contracts;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Models;

/// <summary>A gate on a metric that the model's task does not have. Silent while the task is not known.</summary>
static class MetricNotOfTask
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.MetricNotOfTask, "The metric of a gate does not belong to the task",
        "{0} is no metric of {1}, which '{2}' is because of its label '{3}', so it cannot be measured; gate on one of {4}",
        Rules.Gates, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Rules.Help(Ids.MetricNotOfTask));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Shape is not { } shape)
            return;
        var metrics = MetricFacts.Of(shape.Task);
        foreach (var (gate, attribute) in model.Gates)
            if (!metrics.Contains(gate.Metric))
                report(Diagnostic.Create(
                    Rule, attribute.First, gate.Metric, shape.Task, model.Declaration.Name, shape.Label.Name, string.Join(", ", metrics)));
    }
}
