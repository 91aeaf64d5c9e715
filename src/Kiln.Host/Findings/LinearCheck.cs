using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Findings;

/// <summary>Holds a model against a linear one, by the metric of its task that is quoted.</summary>
static class LinearCheck
{
    /// <summary>Of what the linear model is better than guessing: for less nobody would change a model.</summary>
    const double OfSkill = 0.05;

    /// <summary>Or of what it lacks to be perfect, which is little where both are good: an error that is a tenth larger is 1 - R² that is a fifth larger.</summary>
    const double OfError = 0.2;

    /// <summary>
    /// A warning where the linear model is better by as much as matters, beyond chance; else, unless the model is better beyond chance, only worth
    /// knowing: that the two are equal, or that the held-out rows are too few to tell. Null where there is nothing to say.
    /// </summary>
    public static Diagnostic? Check(ModelDefinition model, Measurement first, BaselineMetric? linear, long heldOutRows, string directory)
    {
        if (linear is not { Difference: { HasInterval: true } difference } || double.IsNaN(first.NoSkill))
            return null;
        var higher = MetricFacts.HigherIsBetter(first.Metric);
        var (gain, low, high) = higher ? (difference.Value, difference.Low, difference.High) : (-difference.Value, -difference.High, -difference.Low);
        var matters = Math.Min(OfSkill * Math.Abs(linear.Value - first.NoSkill), OfError * Math.Abs((higher ? 1 : 0) - linear.Value));
        if (low > 0)
            return null;
        var isWorse = high < 0 && gain <= -matters && (higher ? linear.Value > first.NoSkill : linear.Value < first.NoSkill);
        var compared = $"{first.Metric} {Text(first.Value.Value)} on {Counted.Format(heldOutRows, "held-out row")}";
        var beside = $"that of a linear model, {Text(linear.Value)} (difference {Text(difference.Value)}, 95 % interval {Text(difference.Low)} to {Text(difference.High)})";
        var message = isWorse ? $"{compared} is worse than {beside}: {Way(model)}, or add rows"
            : high < matters ? $"{compared} is no better than {beside}: {Way(model)}, which is smaller and easier to explain, or leave it"
            : $"{compared} against {beside}: too few rows to tell whether the model is better; more rows would show it, of which a fifth is held out";
        return new(Path.GetFullPath(model.Location.File, directory), model.Location.Line, model.Location.Column, Ids.NoBetterThanLinear, message, IsWarning: isWorse) { IsInformation = !isWorse };
    }

    static string Way(ModelDefinition model) => model.Pipeline is not null ? "end the pipeline in a linear trainer"
        : "write Trainer = Trainer.Linear" + (model.MonotoneConstraints.Count > 0 ? " (it is told of no direction that is expected, only measured)" : "");

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
