using Kiln.Contracts.Metrics;
using Kiln.Monitoring;

namespace Kiln.Host.Monitoring;

/// <summary>
/// How well a model does on rows whose label is not known, from its probabilities alone: of the rows that fall into a bin as many are taken to be positive as of the
/// held-out rows that fell into it. Known as CBPE (NannyML). It sees what different inputs do to a model, and not that the same inputs have other labels than before.
/// </summary>
static class EstimatedPerformance
{
    const int Count = 1000;
    const double Tail = 0.025;

    /// <summary>What the model says itself counts as much as so many held-out rows: where there were hardly any, it is all that is known.</summary>
    const double Prior = 5;

    /// <summary>With fewer rows it would say nothing.</summary>
    const int FewestRows = 100;

    /// <param name="profile">What the model answered for held-out rows.</param>
    /// <param name="fresh">Of the column of its probabilities the rows by bin.</param>
    /// <param name="measured">What the metric is on the held-out rows.</param>
    /// <returns>With the interval in which the true value of these rows lies; null where it cannot be known.</returns>
    public static MetricValue? Estimate(CountedColumn profile, IReadOnlyList<long> fresh, double measured)
    {
        var bins = profile.Bins - 1;
        if (profile.Positive.Length == 0 || fresh.Take(bins).Sum() < FewestRows || !double.IsFinite(measured))
            return null;
        Func<double[], double[], double> metric = profile.Kind == CountedKind.Probability ? Area : RightShare;
        (double Yes, double No)[] known =
        [
            .. Enumerable.Range(0, bins).Select(bin => (profile.Positive[bin] + Prior * Middle(profile.Edges, bin), profile.Rows[bin] - profile.Positive[bin] + Prior * (1 - Middle(profile.Edges, bin)))),
        ];
        // Bins know less than scores: what they lose on the held-out rows, they lose on these.
        var loss = measured - metric([.. profile.Positive.Take(bins).Select(count => (double)count)], [.. Enumerable.Range(0, bins).Select(bin => (double)(profile.Rows[bin] - profile.Positive[bin]))]);
        var (draws, chance) = (new double[Count], new Draws());
        var (positive, negative) = (new double[bins], new double[bins]);
        for (var draw = 0; draw < Count; draw++)
        {
            for (var bin = 0; bin < bins; bin++)
            {
                // How uncertain the share is, and how many of these rows then happen to be positive.
                positive[bin] = fresh[bin] == 0 ? 0 : chance.Binomial(fresh[bin], chance.Beta(known[bin].Yes, known[bin].No));
                negative[bin] = fresh[bin] - positive[bin];
            }
            draws[draw] = Math.Clamp(metric(positive, negative) + loss, 0, 1);
        }
        // Of few rows some draws have one class alone, of which there is no area.
        double[] defined = [.. draws.Where(double.IsFinite).Order()];
        if (defined.Length < (1 - 2 * Tail) * Count)
            return null;
        var value = metric([.. known.Select((share, bin) => fresh[bin] * share.Yes / (share.Yes + share.No))], [.. known.Select((share, bin) => fresh[bin] * share.No / (share.Yes + share.No))]) + loss;
        value = Math.Clamp(value, 0, 1);
        return double.IsFinite(value) ? new(value, defined[(int)(Tail * defined.Length)], defined[(int)((1 - Tail) * defined.Length)]) : null;
    }

    static double Middle(float[] edges, int bin) => ((bin == 0 ? 0 : edges[bin - 1]) + (bin == edges.Length ? 1 : edges[bin])) / 2.0;

    /// <summary>Under the ROC curve: how often a positive row is in a higher bin than a negative one, or half of it where in the same.</summary>
    static double Area(double[] positive, double[] negative)
    {
        var (below, sum) = (0.0, 0.0);
        for (var bin = 0; bin < positive.Length; bin++)
        {
            sum += positive[bin] * (below + negative[bin] / 2);
            below += negative[bin];
        }
        return sum / (positive.Sum() * below);
    }

    static double RightShare(double[] right, double[] wrong) => right.Sum() / (right.Sum() + wrong.Sum());
}
