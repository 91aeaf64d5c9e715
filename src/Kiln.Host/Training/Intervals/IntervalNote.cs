using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Models;

namespace Kiln.Host.Training.Intervals;

/// <summary>What reports say of how intervals were made.</summary>
static class IntervalNote
{
    public static string Describe(ModelShape shape, MadeInterval interval)
    {
        var unit = interval.SpreadRounds is { } rounds ? $" times the absolute error that boosting of {Counted.Format(rounds, "round")} expects of the row" : ", the same for every row";
        return $"{Percent(shape.Interval!.Value)} of values are to lie between Low and High: Score - {Text(interval.Reach.Below)} and Score + {Text(interval.Reach.Above)}{unit}, "
            + $"which held as many of {Counted.Format(interval.Judging, "training row")} by models that were trained without them";
    }

    public static string Percent(double share) => FormattableString.Invariant($"{100 * share:G6} %");

    static string Text(float reach) => reach.ToString("G4", CultureInfo.InvariantCulture);
}
