namespace Kiln.Host.Boosters;

/// <summary>A booster's text as LightGBM itself reads it: what every other reading is held against.</summary>
sealed class NativeBooster : IDisposable
{
    readonly nint _handle;

    public NativeBooster(string text)
    {
        LightGbmLibrary.Check(LightGbmLibrary.Load(text, out _, out _handle));
        Scores = BoosterText.Scores(text);
        Features = BoosterText.Features(text);
    }

    /// <summary>How many scores a row gets: one, or one a class.</summary>
    public int Scores { get; }

    public int Features { get; }

    /// <summary>The scores of rows of <see cref="Features"/> numbers, one row after the other, in LightGBM's 64 bits.</summary>
    public double[] RawScores(ReadOnlySpan<float> rows) => Predict(rows, LightGbmLibrary.RawScores);

    /// <summary>What the model's objective makes of the scores: probabilities, or the scores of a regression.</summary>
    public double[] Probabilities(ReadOnlySpan<float> rows) => Predict(rows, LightGbmLibrary.Probabilities);

    double[] Predict(ReadOnlySpan<float> rows, int what)
    {
        var count = rows.Length / Features;
        var results = new double[count * Scores];
        if (count > 0)
        {
            LightGbmLibrary.Check(LightGbmLibrary.Predict(
                _handle, rows, LightGbmLibrary.Float32, count, Features, 1, what, 0, -1, "num_threads=1 verbosity=-1", out _, results));
        }
        return results;
    }

    public void Dispose() => LightGbmLibrary.Free(_handle);
}
