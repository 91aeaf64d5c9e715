using System.Globalization;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Training.Thresholds;

/// <summary>Finds the threshold that a metric is best with. It changes only between two probabilities, so each gap is tried, and no grid.</summary>
static class ThresholdSearch
{
    /// <summary>More digits than a 32-bit number has.</summary>
    const int MostDigits = 9;

    static readonly float AlmostOne = MathF.BitDecrement(1);

    /// <param name="metric">What of the decisions is to be as high as can be.</param>
    /// <param name="weights">How much each row counts.</param>
    /// <returns>In the best gap the number with the fewest digits; of equally good gaps the one nearest to 0.5, which is what one would have guessed.</returns>
    public static double Find(Func<DecisionCounts, double> metric, float[] probabilities, bool[] positive, float[] weights)
    {
        int[] order = [.. Enumerable.Range(0, probabilities.Length).OrderByDescending(row => probabilities[row])];
        var counts = Enumerable.Range(0, positive.Length).Aggregate(new DecisionCounts(), (all, row) => all.With(positive[row], isPredicted: false, weights[row]));
        var (best, value) = (double.NegativeInfinity, 0.5);
        for (var (i, high) = (0, AlmostOne); ; high = Math.Min(probabilities[order[i - 1]], AlmostOne))
        {
            var low = i < order.Length ? Math.Max(probabilities[order[i]], 0) : 0;
            if (low < high && metric(counts) is var reached && Between(low, high) is var candidate
                && (reached > best || reached == best && Math.Abs(candidate - 0.5) < Math.Abs(value - 0.5)))
                (best, value) = (reached, candidate);
            if (i == order.Length)
                return value;
            for (var tied = probabilities[order[i]]; i < order.Length && probabilities[order[i]] == tied; i++)
                counts = positive[order[i]] ? counts with { TruePositives = counts.TruePositives + weights[order[i]] } : counts with { FalsePositives = counts.FalsePositives + weights[order[i]] };
        }
    }

    /// <summary>
    /// Above the one and not above the other, near the middle and short: people read it, and a probability that differs in its last digit,
    /// as on another machine, leaves it as it is.
    /// </summary>
    public static double Between(float low, float high)
    {
        var middle = ((double)low + high) / 2;
        for (var digits = 0; digits < MostDigits; digits++)
        {
            var value = double.Parse(middle.ToString($"E{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if ((float)value > low && (float)value <= high)
                return value;
        }
        return high;
    }
}
