using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Gates;

/// <summary>Metrics that are not defined on the held-out rows: the model is published without them, and is told so.</summary>
static class DefinedCheck
{
    /// <summary>A warning for each reason, at the model's attribute; not for a metric whose gate says it already.</summary>
    public static IEnumerable<Diagnostic> Check(ModelDefinition model, IReadOnlyList<Measurement> measurements, long heldOutRows, string directory) =>
        measurements
            .Where(measured => !measured.Value.IsDefined && !model.Gates.Any(declared => declared.Gate is { Slice: null } gate && gate.Metric == measured.Metric && (gate.AtLeast ?? gate.AtMost) is not null))
            .GroupBy(measured => measured.Missing, measured => measured.Metric)
            .Select(reason => new Diagnostic(
                Path.GetFullPath(model.Location.File, directory), model.Location.Line, model.Location.Column, Ids.MetricNotDefined,
                $"{Listed([.. reason])} not defined on the {Counted.Format(heldOutRows, "held-out row")}: {reason.Key}; add data, or choose another split",
                IsWarning: true));

    static string Listed(string[] metrics) => metrics.Length == 1 ? $"{metrics[0]} is" : $"{string.Join(", ", metrics[..^1])} and {metrics[^1]} are";
}
