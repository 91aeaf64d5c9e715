using System.Globalization;
using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>A gate that lets everything pass, or nothing.</summary>
static class GateWithoutBound
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.GateWithoutBound, "A gate has no bound, or none that a value can meet", "{0}", Category.Gates, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.GateWithoutBound));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        foreach (var (gate, attribute) in model.Gates)
            if (gate.NoWorseBy is { } loss && (double.IsNaN(loss) || double.IsInfinity(loss) || loss < 0))
                report(Diagnostic.Create(Rule, attribute.Argument("NoWorseBy"), NoLoss(gate)));
            else if (gate is { AtLeast: null, AtMost: null, NoWorseBy: null })
                report(Diagnostic.Create(Rule, attribute.Location, Unbounded(gate)));
            else if (gate.AtLeast > gate.AtMost)
                report(Diagnostic.Create(Rule, attribute.Argument("AtLeast"), Unmeetable(gate)));
    }

    static string Unbounded(Gate gate)
    {
        var (bound, better) = MetricFacts.HigherIsBetter(gate.Metric) ? ("AtLeast", "higher") : ("AtMost", "lower");
        return $"a gate on {gate.Metric} without a bound lets every model pass; set {bound} to a number ({better} is better)";
    }

    static string NoLoss(Gate gate) => string.Format(
        CultureInfo.InvariantCulture,
        "NoWorseBy is how much worse than the released model's {0} may be, and {1} is no such amount; set it to 0 or more, in the metric's unit",
        gate.Metric, gate.NoWorseBy);

    static string Unmeetable(Gate gate) => string.Format(
        CultureInfo.InvariantCulture,
        "no {0} is at least {1} and at most {2}, so no model passes; make AtLeast the smaller one or drop one bound",
        gate.Metric, gate.AtLeast, gate.AtMost);
}
