using System.Globalization;
using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>A bound that a model without skill meets, or one on the wrong side.</summary>
static class GateCannotFail
{
    public static readonly DiagnosticDescriptor Rule = new(
        Ids.GateCannotFail, "A gate lets a model without skill pass", "{0}", Category.Gates, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.GateCannotFail));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Shape is not { } shape || model.Contract is not { } contract)
            return;
        var balance = LabelBalance.Measure(shape, contract);
        foreach (var (gate, attribute) in model.Gates)
        {
            if (!MetricFacts.List(shape).Contains(gate.Metric))
                continue;
            var (right, bound, wrong) = MetricFacts.HigherIsBetter(gate.Metric)
                ? ("AtLeast", gate.AtLeast, "AtMost")
                : ("AtMost", gate.AtMost, "AtLeast");
            if (bound is null)
                CheckDirection(model, gate, attribute, right, wrong, report);
            else if (NoSkillValue.Estimate(gate.Metric, shape, gate.Slice is null ? balance : null) is { } reached && IsMetBy(reached, gate))
                report(Diagnostic.Create(Rule, attribute.Argument(right), string.Format(CultureInfo.InvariantCulture,
                    "a model without skill reaches {0} {1:0.####} on this data, so {2} = {3} never fails; {4} the bound to what the model must reach",
                    gate.Metric, reached, right, bound, right == "AtLeast" ? "raise" : "lower")));
        }
    }

    static bool IsMetBy(double reached, Gate gate) =>
        MetricFacts.HigherIsBetter(gate.Metric) ? reached >= gate.AtLeast : reached <= gate.AtMost;

    /// <summary>A bound on the wrong side beside one on the right side is for what is too good to be true.</summary>
    static void CheckDirection(
        ModelUnderTest model, Gate gate, AttributeSource attribute, string right, string wrong, Action<Diagnostic> report)
    {
        var isAlone = model.Gates.All(other => other.Gate.Metric != gate.Metric || (right == "AtLeast" ? other.Gate.AtLeast : other.Gate.AtMost) is null);
        if (isAlone && (gate.AtLeast ?? gate.AtMost) is not null)
            report(Diagnostic.Create(Rule, attribute.Argument(wrong),
                $"{(right == "AtLeast" ? "higher" : "lower")} {gate.Metric} is better, so a gate with only {wrong} stops nothing but models that are too good; "
                + $"set {right} to what the model must reach"));
    }
}
