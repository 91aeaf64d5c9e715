using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.TrainerHost.Diagnostics;

namespace Kiln.TrainerHost.Gates;

/// <summary>Holds a model's metrics against its gates.</summary>
static class GateCheck
{
    /// <summary>An error for each gate that is missed, at the attribute.</summary>
    public static IEnumerable<Diagnostic> Missed(ModelDefinition model, IReadOnlyList<KeyValuePair<string, MetricValue>> metrics, long heldOutRows, string directory)
    {
        foreach (var gate in model.Gates)
        {
            if (metrics.FirstOrDefault(m => m.Key == gate.Metric).Value is not { } metric)
            {
                yield return At(gate, directory, Ids.MetricNotOfTask,
                    $"{gate.Metric} is no metric of this task; its metrics are {string.Join(", ", metrics.Select(m => m.Key))}");
                continue;
            }
            if (double.IsNaN(metric.Value))
                yield return At(gate, directory, Ids.GateMissed,
                    $"{gate.Metric} is not defined on the {Counted.Of(heldOutRows, "held-out row")}: they hold only one class; add data, or choose another split");
            if (metric.Value < gate.AtLeast)
                yield return Miss(gate, directory, metric, heldOutRows, "below", gate.AtLeast.Value);
            if (metric.Value > gate.AtMost)
                yield return Miss(gate, directory, metric, heldOutRows, "above", gate.AtMost.Value);
        }
    }

    static Diagnostic Miss(GateDefinition gate, string directory, MetricValue metric, long rows, string side, double bound) => At(
        gate, directory, Ids.GateMissed,
        $"{gate.Metric} {Text(metric.Value)} is {side} the gate {Text(bound)} on {Counted.Of(rows, "held-out row")} "
        + $"(95 % interval {Text(metric.Low)}–{Text(metric.High)}); "
        + (gate.Because is null ? "" : $"the gate is there because {gate.Because.TrimEnd('.')}; ")
        + "nothing was published: improve the data or the model, or move the gate");

    static Diagnostic At(GateDefinition gate, string directory, string id, string message) =>
        new(Path.GetFullPath(gate.Location.File, directory), gate.Location.Line, gate.Location.Column, id, message);

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
