namespace Kiln.Monitoring;

/// <summary>Something that is counted, in bins that are fixed since training: windows of the same model add up, in any order.</summary>
/// <param name="Name">The input's name, or what the model answers: <c>Score</c>, <c>Probability</c>, <c>PredictedLabel</c>, in brackets where an input is called so.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Edges">Of numbers, scores and lengths, ascending: a bin ends with its edge, and the last one has none.</param>
/// <param name="Values">Of categories the most frequent: a bin each, then one for all others, and one for what was never seen.</param>
/// <param name="Rows">Rows by bin when it was trained: of inputs all rows, of answers the held-out ones. The last bin is of rows without a value.</param>
/// <param name="Spread">By how much parts of the training data, such as months, differed from each other beyond chance: a stability index.</param>
/// <param name="Parts">How many parts that is learnt from; with few, how much they usually differ is not known.</param>
sealed record CountedColumn(string Name, CountedKind Kind, float[] Edges, string[] Values, long[] Rows, double Spread, int Parts)
{
    /// <summary>By how much parts differed in how many rows have no value.</summary>
    public double MissingSpread { get; init; }

    /// <summary>Of probabilities the held-out rows by bin that were positive, of those of the likeliest class the rows for which it was right; empty elsewhere.</summary>
    public long[] Positive { get; init; } = [];

    /// <summary>Of categories the other values that were seen.</summary>
    public string[] Others { get; init; } = [];

    /// <summary>Whether more values were seen than are listed: one that was never seen counts as one of the others then.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether it is something that the model answers, not something that it is asked.</summary>
    public bool IsAnswer => Kind is CountedKind.Score or CountedKind.Probability or CountedKind.Confidence or CountedKind.Label;

    /// <summary>The bin of values that training never saw; null where that is not known.</summary>
    public int? Unseen => Kind == CountedKind.Category && !HasMore ? Values.Length + 1 : null;

    /// <summary>How many bins the kind needs; one more for rows without a value.</summary>
    public int Bins => 1 + Kind switch
    {
        CountedKind.Category => Values.Length + 2,
        CountedKind.Presence => 1,
        CountedKind.Label => Rows.Length - 1,
        _ => Edges.Length + 1,
    };
}
