using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;

namespace Kiln.Host.Training.Thresholds;

/// <summary>What reports say of a threshold.</summary>
static class ThresholdNote
{
    /// <returns>Null where the sign of the score decides, or there are no two classes.</returns>
    public static string? Describe(ModelDefinition model, ModelShape shape, ChosenThreshold? chosen)
    {
        if ((chosen?.Value ?? shape.Threshold) is not { } threshold)
            return null;
        var said = $"'{shape.Positive}' is predicted from a probability of {threshold.ToString("G6", CultureInfo.InvariantCulture)} on";
        return chosen is not null
            ? $"{said}, the best for {shape.ThresholdFor} on {Counted.Format(chosen.Rows, "training row")} by models that were trained without them: "
                + $"{Text(chosen.Reached)} there, {Text(chosen.AtHalf)} from 0.5 on"
            : model.FalseNegativeCost is { } cost
            ? $"{said}, because a false negative costs as much as {cost.ToString("G6", CultureInfo.InvariantCulture)} false positives"
            : said;
    }

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
