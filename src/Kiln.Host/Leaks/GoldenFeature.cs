using System.Globalization;
using Kiln.Contracts;
using Kiln.Host.Cache;
using Kiln.Host.Diagnostics;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Leaks;

/// <summary>A feature that alone does what the whole model does: it may be known only once the label is.</summary>
static class GoldenFeature
{
    /// <summary>Of the model's gain over guessing.</summary>
    const double Share = 0.95;

    /// <summary>
    /// Of the way from guessing to a perfect answer. Below it one feature that says it all is a fact about a hard problem, which the report
    /// notes: rain is told by precipitation.
    /// </summary>
    const double Strong = 0.8;

    public static IEnumerable<Finding> Check(ModelPlan plan, ModelRows rows, TrainedModel model)
    {
        var metric = model.Measurements[0];
        if (!metric.Value.IsDefined || !(metric.Value.Value > metric.NoSkill))
            yield break;
        var alone = new OneInputModel(rows.Examples, rows.HoldOut);
        var inputs = rows.Examples.Inputs;
        var values = new double[inputs.Count];
        Parallel.For(0, values.Length, input => values[input] = alone.Measure(input));
        var columns = inputs.Zip(values, (input, value) => (input.Column, Value: value)).GroupBy(input => input.Column).ToList();
        if (columns.Count == 1)
            yield break;
        foreach (var column in columns)
        {
            var value = column.Max(input => input.Value);
            var gain = value - metric.NoSkill;
            if (!(gain >= Share * (metric.Value.Value - metric.NoSkill)))
                continue;
            var said = $"'{column.Key.Name}' alone reaches {metric.Metric} {Text(value)} on {Counted.Format(model.HeldOutRows, "held-out row")}, "
                + $"all features together {Text(metric.Value.Value)}, guessing {Text(metric.NoSkill)}";
            if (gain < Strong * (1 - metric.NoSkill))
                yield return new($"{said}: the other features add next to nothing");
            else
                yield return new($"{said}: it may give '{plan.Shape.Label.Name}' away", new Diagnostic(
                    plan.Dataset.Contract, column.Key.Line, 1, Ids.GoldenFeature,
                    $"{said}: a column that is filled in together with '{plan.Shape.Label.Name}', or after it, gives it away; "
                    + "if it is not known when the model is asked, give it \"role\": \"ignore\" here", IsWarning: true));
        }
    }

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
