namespace Kiln.Host.NewData;

/// <summary>Holds the mean of a new file against those before it: a few values that are far too large move no share, and the mean.</summary>
static class MeanTest
{
    /// <summary>A fifth and a tenth of a standard deviation, squared.</summary>
    static readonly (double Unknown, double Known) Floors = (0.04, 0.01);

    /// <returns>Null where there is nothing to compare.</returns>
    public static MeanFinding? Judge(IReadOnlyList<Moments> known, Moments fresh, double probability)
    {
        var all = Moments.Total(known);
        if (all.Count < 2 || fresh.Count == 0 || all.Variance == 0)
            return null;
        var differences = known.Count == 1 ? [] : known.Where(one => one.Count > 0 && all.Count - one.Count > 1)
            .Select(one => (Difference(one, all.Without(one)), Chance.Between(one.Count, all.Count - one.Count, 1))).ToList();
        var limit = Limit.Find(differences, Chance.Between(fresh.Count, all.Count, 1), probability, Floors);
        return new(Difference(fresh, all), limit, fresh.Mean, all.Mean, fresh.Count, all.Count);
    }

    /// <summary>In standard deviations of the others, squared, so that chance makes χ² of it.</summary>
    static double Difference(Moments one, Moments others) =>
        others.Variance > 0 ? Math.Pow(one.Mean - others.Mean, 2) / others.Variance : 0;
}
