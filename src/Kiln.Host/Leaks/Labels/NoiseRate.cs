using Kiln.Host.Evaluation;

namespace Kiln.Host.Leaks.Labels;

/// <summary>
/// The share of labels that are wrong. Classes that overlap contradict a good model too, but less the surer it is, down to not at all; wrong
/// labels contradict it as often where it is sure (the rows such an estimate rests on are known as anchor points: Liu, Tao: Classification
/// with Noisy Labels by Importance Reweighting, IEEE TPAMI 38, 2016). So the rate is that of the surest rows, and only where it does not
/// climb among the less sure ones.
/// </summary>
/// <param name="Low">The lower end of a 95 % interval (Wilson, 1927).</param>
/// <param name="High">Its upper end.</param>
readonly record struct NoiseRate(double Value, double Low, double High)
{
    /// <summary>The quarter of the rows about which the models are surest, and the next.</summary>
    const int Parts = 4;

    /// <summary>By how much the next quarter may be contradicted more often.</summary>
    const double Climb = 1.5;

    /// <summary>Below it there is nothing to say: a handful of rows that are merely odd.</summary>
    const double Smallest = 0.005;

    /// <summary>With more the labels were not mistaken: nobody knew them, or the classes overlap everywhere.</summary>
    const double Largest = 0.1;

    /// <summary>Of fewer rows that are surely of one class nothing follows where none is contradicted.</summary>
    const int FewestSure = 100;

    /// <summary>Null where the labels are as good as can be seen.</summary>
    public static NoiseRate? Estimate(float[][] probabilities, int[] labels, bool[] judged)
    {
        var sure = Enumerable.Range(0, labels.Length).Where(row => judged[labels[row]])
            .Select(row => (Sure: probabilities[row].Max(), Row: row))
            .Select(most => (Class: Array.IndexOf(probabilities[most.Row], most.Sure), most.Sure, Contradicted: most.Sure > probabilities[most.Row][labels[most.Row]]))
            .OrderByDescending(row => row.Sure).ToList();
        if (IsOneSided(sure.Select(row => (row.Class, row.Contradicted))))
            return null;
        bool[] contradicted = [.. sure.Select(row => row.Contradicted)];
        var part = contradicted.Length / Parts;
        if (part == 0)
            return null;
        var (first, next) = (contradicted.Take(part).Count(wrong => wrong), contradicted.Skip(part).Take(part).Count(wrong => wrong));
        var rate = Wilson(first + next, 2 * part);
        return next > Climb * first || Wilson(first, part).Low < Smallest || rate.Low > Largest ? null : rate;
    }

    /// <summary>
    /// Whether some class is never contradicted where the models are sure of it. Mistakes happen in all classes; what only ever contradicts the
    /// frequent one is an event without a sign, such as a customer who leaves.
    /// </summary>
    /// <param name="rows">The surest first.</param>
    static bool IsOneSided(IEnumerable<(int Class, bool Contradicted)> rows) => rows.GroupBy(row => row.Class)
        .Select(all => all.Take((all.Count() + 1) / 2).ToList())
        .Any(surest => surest.Count >= FewestSure && Wilson(surest.Count(row => row.Contradicted), surest.Count).Low < Smallest);

    static NoiseRate Wilson(int count, int rows)
    {
        var interval = WilsonInterval.Of((double)count / rows, rows);
        return new(interval.Share, interval.Low, interval.High);
    }
}
