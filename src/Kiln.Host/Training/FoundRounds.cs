namespace Kiln.Host.Training;

/// <summary>How many rounds of boosting are enough, and what was said of the rows that judged it.</summary>
sealed record FoundRounds(int Rounds, IReadOnlyList<JudgedPass> Passes)
{
    /// <summary>Where nothing held, the order of rows still says what was learnt.</summary>
    const double LeastSlope = 0.01;

    /// <summary>How much of what is said held on later rows: 1 where the rows that judge are not later.</summary>
    public double Slope => Passes.Count == 0 ? 1
        : Math.Max(Math.Round(Passes.Sum(pass => pass.Judges.Weight * pass.Judges.Slope(pass.Predictions)) / Passes.Sum(pass => pass.Judges.Weight), 3), LeastSlope);
}

/// <summary>Rows that were judged by what was learnt from others.</summary>
/// <param name="Predictions">See <see cref="Boosters.GrowingBooster.Predict"/>.</param>
sealed record JudgedPass(int[] Learned, int[] Judged, Judges Judges, double[] Predictions);
