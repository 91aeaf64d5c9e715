using System.Globalization;
using Kiln.Analyzers.Models;
using Kiln.Analyzers.Reporting;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Gates;

/// <summary>Gates that only count right labels, where one label is nearly always right.</summary>
static class OnlyThresholdMetrics
{
    /// <summary>From here on always naming the frequent class looks like a good model.</summary>
    const double Unbalanced = 0.8;

    static readonly string[] Metrics = ["Accuracy", "F1Score", "PositivePrecision", "PositiveRecall", "MicroAccuracy"];

    public static readonly DiagnosticDescriptor Rule = new(
        Ids.OnlyThresholdMetrics, "The gates only count correct labels on an unbalanced label",
        "{0} % of the rows have one '{1}', so {2} says little about the rest and changes with the threshold; gate on {3} too",
        Category.Gates, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePages.Link(Ids.OnlyThresholdMetrics));

    public static void Check(ModelUnderTest model, Action<Diagnostic> report)
    {
        if (model.Shape is not { } shape || model.Contract is not { } contract || model.Gates.Count == 0
            || model.Gates.Any(static gate => !Metrics.Contains(gate.Gate.Metric))
            || LabelBalance.Measure(shape, contract) is not { Majority: >= Unbalanced and var share })
            return;
        report(Diagnostic.Create(
            Rule, model.Gates[0].Attribute.Location, Math.Round(100 * share, 1).ToString(CultureInfo.InvariantCulture), shape.Label.Name,
            string.Join(" and ", model.Gates.Select(static gate => gate.Gate.Metric).Distinct()),
            shape.Task == TaskKind.BinaryClassification ? "AreaUnderPrecisionRecallCurve or LogLoss" : "MacroAccuracy or LogLoss"));
    }
}
