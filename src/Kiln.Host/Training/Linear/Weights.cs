namespace Kiln.Host.Training.Linear;

/// <summary>What one score is made of: a weight for each feature, and a bias.</summary>
sealed record Weights(double[] Values, double Bias)
{
    /// <summary>Of the mean slope. Below it a weight is right to more digits than its single precision keeps.</summary>
    const double Flat = 1e-9;

    /// <summary>
    /// Of thousands of features a hundred thousandth is enough, where scikit-learn stops at a tenth of a thousandth: what comes after changes no
    /// probability that anybody reads, and takes most of the time.
    /// </summary>
    const double FlatOfMany = 1e-5;

    const int Many = 1_000;

    /// <summary>The best weights of every score.</summary>
    /// <param name="roughly">To the digits that anybody reads of a metric, as of thousands of features.</param>
    public static Weights[] Fit(Rows rows, ILoss loss, bool roughly = false)
    {
        var best = Minimum.Find(new(rows, loss), roughly || rows.Width >= Many ? FlatOfMany : Flat);
        return [.. best.Chunk(rows.Width + 1).Select(output => new Weights(output[..^1], output[^1]))];
    }

    /// <summary>The score of a row.</summary>
    public double Score(ReadOnlySpan<int> slots, ReadOnlySpan<float> values)
    {
        var score = Bias;
        for (var i = 0; i < slots.Length; i++)
            score += Values[slots[i]] * values[i];
        return score;
    }

    /// <summary>For a label that was <paramref name="shift"/> more and <paramref name="scale"/> times as large.</summary>
    public Weights Scaled(double scale, double shift) => new([.. Values.Select(value => value * scale)], Bias * scale + shift);
}
