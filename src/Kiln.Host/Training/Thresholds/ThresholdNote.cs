using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;

namespace Kiln.Host.Training.Thresholds;

/// <summary>What reports say of a threshold.</summary>
static class ThresholdNote
{
    /// <summary>Rows on the other side that make no difference to whoever relies on the decisions.</summary>
    const double OneSide = 0.01;

    /// <returns>Null where the sign of the score decides, or there are no two classes.</returns>
    public static string? Describe(ModelDefinition model, ModelShape shape, ChosenThreshold? chosen)
    {
        if ((chosen?.Value ?? shape.Threshold) is not { } threshold)
            return null;
        var said = $"'{shape.Positive}' is predicted from a probability of {threshold.ToString("G6", CultureInfo.InvariantCulture)} on";
        return chosen is not null
            ? $"{said}, the best for {shape.ThresholdFor} on {Counted.Format(chosen.Rows, "training row")} by models that were trained without them: "
                + $"{Text(chosen.Reached)} there, {Text(chosen.AtHalf)} from 0.5 on{OneSided(shape, chosen)}"
            : model.FalseNegativeCost is { } cost
            ? $"{said}, because a false negative costs as much as {cost.ToString("G6", CultureInfo.InvariantCulture)} false positives"
            : said;
    }

    /// <summary>
    /// The best threshold may lie at an end of the probabilities, and then the model's decision is always the same: of a model that tells the classes
    /// apart too little for the metric, that is the best to be had.
    /// </summary>
    static string OneSided(ModelShape shape, ChosenThreshold chosen)
    {
        var negative = chosen.Rows - chosen.Positive;
        var (always, others) = chosen.Positive > negative ? (shape.Positive, negative) : (shape.Classes[0], chosen.Positive);
        return others > OneSide * chosen.Rows ? ""
            : $"; with it, {(others == 0 ? "all" : $"all but {others.ToString("N0", CultureInfo.InvariantCulture)}")} of these rows are predicted '{always}': for {shape.ThresholdFor}, "
                + $"the model decides {(others == 0 ? "no" : "hardly")} better than always saying '{always}'";
    }

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
