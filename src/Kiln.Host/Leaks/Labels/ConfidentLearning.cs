namespace Kiln.Host.Leaks.Labels;

/// <summary>
/// Which labels contradict what models say that did not see them: confident learning (Northcutt, Jiang, Chuang: Confident Learning: Estimating
/// Uncertainty in Dataset Labels, JAIR 70, 2021), pruning by noise rate. A class's threshold is the mean probability that its own rows have of it,
/// so that a class the models are never sure of is not suspected whole.
/// </summary>
static class ConfidentLearning
{
    /// <param name="probabilities">Of each row for each class, by a model that did not see the row.</param>
    /// <param name="labels">The classes that the data says.</param>
    /// <param name="judged">Which classes have enough rows to be judged.</param>
    /// <returns>The most certain first.</returns>
    public static IReadOnlyList<Suspect> Find(float[][] probabilities, int[] labels, bool[] judged)
    {
        var counts = Confident(probabilities, labels, judged);
        var found = new Dictionary<int, Suspect>();
        foreach (var rows in Enumerable.Range(0, labels.Length).Where(row => judged[labels[row]]).GroupBy(row => labels[row]))
        {
            var given = rows.Key;
            var all = counts[given].Sum();
            for (var other = 0; other < judged.Length && all > 0; other++)
                if (other != given && (int)Math.Round(counts[given][other] / all * rows.Count()) is > 0 and var wrong)
                    foreach (var suspect in Ranked(rows.Select(row => Suspicion(probabilities[row], row, given, other))).Take(wrong))
                        if (suspect.Probability >= probabilities[suspect.Index].Max())
                            found[suspect.Index] = suspect;
        }
        return [.. Ranked(found.Values)];
    }

    /// <summary>How many rows that are given as one class are confidently another.</summary>
    static double[][] Confident(float[][] probabilities, int[] labels, bool[] judged)
    {
        var thresholds = judged.Select((isJudged, c) => isJudged
            ? Enumerable.Range(0, labels.Length).Where(row => labels[row] == c).Average(row => (double)probabilities[row][c])
            : 2).ToArray();
        var counts = judged.Select(_ => new double[judged.Length]).ToArray();
        for (var row = 0; row < labels.Length; row++)
        {
            var best = -1;
            for (var c = 0; c < judged.Length; c++)
                if (probabilities[row][c] >= thresholds[c] - 1e-9 && (best < 0 || probabilities[row][c] > probabilities[row][best]))
                    best = c;
            if (best >= 0 && judged[labels[row]])
                counts[labels[row]][best]++;
        }
        return counts;
    }

    static Suspect Suspicion(float[] probabilities, int row, int given, int other) =>
        new(row, given, other, probabilities[other], (double)probabilities[other] - probabilities[given]);

    static IOrderedEnumerable<Suspect> Ranked(IEnumerable<Suspect> suspects) =>
        suspects.OrderByDescending(suspect => suspect.Margin).ThenBy(suspect => suspect.Index);
}
