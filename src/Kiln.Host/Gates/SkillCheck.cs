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
    /// <summary>
    /// Of the way from guessing to what cannot be better: a model that comes so far is worth having. Where the interval holds one, the rows are too few
    /// to tell, and that is no fault of the model; so a model that is as good is warned of once in forty times.
    /// </summary>
    const double WorthHaving = 1 / 3.0;

    /// <summary>
    /// At the model's attribute, all there is to say: a warning, or only worth knowing where too few rows are held out to tell; null where the model
    /// is better than guessing.
    /// </summary>
    public static Diagnostic? Check(ModelDefinition model, IReadOnlyList<Measurement> measurements, long heldOutRows, string directory)
    {
        var on = $"on {Counted.Format(heldOutRows, "held-out row")}";
        var (quoted, probabilities) = (Quoted(model, measurements, on), Probabilities(measurements, on));
        var isUndecided = probabilities is null && !CanTell(measurements[0]);
        return quoted is null && probabilities is null ? null : new(
            Path.GetFullPath(model.Location.File, directory), model.Location.Line, model.Location.Column, Ids.NoSkill,
            string.Join("; ", new[] { quoted, probabilities }.OfType<string>()), IsWarning: !isUndecided) { IsInformation = isUndecided };
    }

    static string? Quoted(ModelDefinition model, IReadOnlyList<Measurement> measurements, string on)
    {
        var first = measurements[0];
        if (!first.Value.IsDefined || double.IsNaN(first.NoSkill) || IsBetter(first))
            return null;
        var better = measurements.Where(IsBetter).Select(measured => measured.Metric).ToList();
        var though = better.Count > 0 ? $", though {string.Join(" and ", better)} {(better.Count == 1 ? "is" : "are")} better than a guess's" : "";
        // Other columns do not make too few rows more.
        return CanTell(first)
            ? $"{Text(first)} {on} {(IsWorse(first) ? "is worse than" : "is indistinguishable from")} {Guess(first)}{though}; add rows, or columns {Columns(model)}"
            : $"{Text(first)} {on} does not show whether the model is better than {Guess(first)}: {first.Missing ?? "they are too few to tell"}{though}; "
                + "it may be good, and more rows would show it, of which a fifth is held out";
    }

    /// <summary>Whether the interval is so narrow that a model worth having would not be in it.</summary>
    static bool CanTell(Measurement first)
    {
        var higher = MetricFacts.HigherIsBetter(first.Metric);
        var (best, reached) = (higher ? 1 : 0, higher ? first.Value.High : first.Value.Low);
        return first.Value.HasInterval && (reached - first.NoSkill) / (best - first.NoSkill) < WorthHaving;
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
