namespace Kiln.Host.NewData;

/// <summary>
/// How far a new file may lie from those before it. With thousands of rows everything is significant, and real files differ by more than
/// chance: weekdays, seasons. So a difference must exceed what chance makes of so many rows and what earlier files differed by from each other.
/// </summary>
/// <param name="Value">The difference from which on it is told.</param>
/// <param name="KnowsSpread">Whether there were enough earlier files to know how much they differ.</param>
sealed record Limit(double Value, bool KnowsSpread)
{
    /// <summary>Fewer files do not say how much they usually differ.</summary>
    const int FewestFiles = 5;

    /// <summary>Times the largest difference of a few files; how large the next one may be they do not say.</summary>
    const double Few = 3;

    /// <summary>In standard deviations: reached by chance in one of forty.</summary>
    const double Significant = 2;

    /// <param name="known">The difference of each earlier file from the others.</param>
    /// <param name="now">What chance makes of the new one.</param>
    /// <param name="probability">Of a false alarm.</param>
    /// <param name="floors">What no model would notice: where the usual difference is not known, and where it is.</param>
    public static Limit Find(IReadOnlyList<(double Value, Chance Chance)> known, Chance now, double probability, (double Unknown, double Known) floors) =>
        Find(SpreadOf(known), now, probability, floors);

    /// <param name="spread">What earlier files differed by.</param>
    /// <param name="now">What chance makes of the new one.</param>
    /// <param name="probability">Of a false alarm.</param>
    /// <param name="floors">What no model would notice: where the usual difference is not known, and where it is.</param>
    public static Limit Find(UsualSpread spread, Chance now, double probability, (double Unknown, double Known) floors)
    {
        var chance = now.Limit(probability);
        if (spread.Parts < FewestFiles)
            return new(Math.Max(floors.Unknown, chance + Few * spread.Excess), false);
        return new(Math.Max(floors.Known, chance + spread.Excess * LargestOfMany.Factor(spread.Parts - 1, probability)), true);
    }

    /// <param name="known">The difference of each earlier file from the others.</param>
    public static UsualSpread SpreadOf(IReadOnlyList<(double Value, Chance Chance)> known) =>
        new(known.Count > 0 && IsMoreThanChance(known) ? known.Max(one => one.Value - one.Chance.Mean) : 0, known.Count);

    /// <summary>
    /// Whether the earlier files differ from each other by more than rows drawn from one source: their differences, in units of chance, have a mean
    /// of one for each degree of freedom and twice that as variance. Otherwise what is left of chance in the largest would be taken for a spread.
    /// </summary>
    static bool IsMoreThanChance(IReadOnlyList<(double Value, Chance Chance)> known)
    {
        var degrees = known[0].Chance.Degrees;
        return known.Average(one => one.Value / one.Chance.Scale) > degrees + Significant * Math.Sqrt(2.0 * degrees / known.Count);
    }
}
