using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Gates;

/// <summary>
/// Holds a model against one that has learned nothing: by the metric of its task that is quoted, and by its probabilities, which can be
/// worse than the base rate's while its order is good.
/// </summary>
static class SkillCheck
{
    /// <summary>At the model's attribute, one warning with all there is to say; null where the model is better than guessing.</summary>
    public static Diagnostic? Check(ModelDefinition model, IReadOnlyList<Measurement> measurements, long heldOutRows, string directory)
    {
        var on = $"on {Counted.Format(heldOutRows, "held-out row")}";
        var said = new[] { Quoted(model, measurements, on), Probabilities(measurements, on) }.OfType<string>().ToList();
        return said.Count == 0 ? null : new(
            Path.GetFullPath(model.Location.File, directory), model.Location.Line, model.Location.Column, Ids.NoSkill,
            string.Join("; ", said), IsWarning: true);
    }

    static string? Quoted(ModelDefinition model, IReadOnlyList<Measurement> measurements, string on)
    {
        var first = measurements[0];
        if (!first.Value.IsDefined || double.IsNaN(first.NoSkill) || IsBetter(first))
            return null;
        var better = measurements.Where(IsBetter).Select(measured => measured.Metric).ToList();
        var though = better.Count > 0 ? $", though {string.Join(" and ", better)} {(better.Count == 1 ? "is" : "are")} better than a guess's" : "";
        // Too few rows are no fault of the model, and other columns do not make them more.
        return first.Value.HasInterval
            ? $"{Text(first)} {on} {(IsWorse(first) ? "is worse than" : "is indistinguishable from")} {Guess(first)}{though}; add rows, or columns {Columns(model)}"
            : $"{Text(first)} {on} does not show whether the model is better than {Guess(first)}: {first.Missing}{though}; "
                + "it may be good, and more rows would show it, of which a fifth is held out";
    }

    static string Columns(ModelDefinition model) => model.Task switch
    {
        TaskKind.AnomalyDetection => "that are unusual in anomalies",
        TaskKind.Clustering => "in which rows come in groups",
        _ => $"related to '{model.Label}'",
    };

    static string? Probabilities(IReadOnlyList<Measurement> measurements, string on) =>
        measurements.FirstOrDefault(measured => measured.Metric == "LogLoss") is { } loss && IsWorse(loss)
            ? $"{Text(loss)} {on} is worse than that of always giving each class the probability it has in the training rows ({Text(loss.NoSkill)}): "
                + "the ranking may be good, but the probabilities are overconfident; add rows, or use a simpler model"
            : null;

    /// <summary>The whole interval is on the good side of no skill.</summary>
    static bool IsBetter(Measurement measured) => MetricFacts.HigherIsBetter(measured.Metric)
        ? measured.Value.Low > measured.NoSkill
        : measured.Value.High < measured.NoSkill;

    static bool IsWorse(Measurement measured) => MetricFacts.HigherIsBetter(measured.Metric)
        ? measured.Value.High < measured.NoSkill
        : measured.Value.Low > measured.NoSkill;

    static string Guess(Measurement first) => first.Metric switch
    {
        "MicroAccuracy" => $"always naming the class that is most frequent in the training rows ({Text(first.NoSkill)})",
        "RSquared" => $"predicting the mean ({Text(first.NoSkill)})",
        "AverageDistance" => $"one cluster of all rows ({Text(first.NoSkill)})",
        _ => $"guessing ({Text(first.NoSkill)})",
    };

    static string Text(Measurement measured) =>
        $"{measured.Metric} {Text(measured.Value.Value)}{(measured.Value.HasInterval ? $" [{Text(measured.Value.Low)}–{Text(measured.Value.High)}]" : "")}";

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
