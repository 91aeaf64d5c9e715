using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>A model that is published however bad it is.</summary>
static class NoGate
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.NoGate, "A model has no gate",
        "'{0}' has no gate, so it is published however bad it is; add [Gate(Metric.{1}, {2} = …)] with what it must reach on held-out rows",
        Category.Gates, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.NoGate));

    /// <summary>Silent while the task is not known: what is wrong then is said already, and no metric could be named.</summary>
    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Shape is not { } shape || model.Gates.Count > 0)
            return;
        var metric = MetricFacts.List(shape)[0];
        report(Diagnostic.Create(Rule, model.Attribute.Location, model.Declaration.Name, metric, MetricFacts.HigherIsBetter(metric) ? "AtLeast" : "AtMost"));
    }
}
