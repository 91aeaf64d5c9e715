namespace Kiln.Host.Training.Linear;

/// <summary>What one score is made of: a weight for each feature, and a bias.</summary>
sealed record Weights(double[] Values, double Bias)
{
    /// <summary>The best weights of every score.</summary>
    public static Weights[] Fit(Rows rows, ILoss loss)
    {
        var best = Minimum.Find(new(rows, loss));
        return [.. best.Chunk(rows.Width + 1).Select(output => new Weights(output[..^1], output[^1]))];
    }

    /// <summary>For a label that was <paramref name="shift"/> more and <paramref name="scale"/> times as large.</summary>
    public Weights Scaled(double scale, double shift) => new([.. Values.Select(value => value * scale)], Bias * scale + shift);
}
