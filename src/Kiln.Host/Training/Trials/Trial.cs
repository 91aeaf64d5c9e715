using Kiln.Contracts.Tunings;

namespace Kiln.Host.Training.Trials;

/// <summary>What came of some settings.</summary>
/// <param name="Rounds">How many were enough.</param>
/// <param name="Folds">How many judged it.</param>
/// <param name="Losses">Summed over the rows of each block, of which every fold's rows have some; null where its process was ended.</param>
/// <param name="Rows">That judged it.</param>
/// <param name="Seconds">That it took.</param>
sealed record Trial(TunedSettings Settings, int Rounds, int Folds, double[]? Losses, long Rows, double Seconds)
{
    /// <summary>Mean over the rows that judged it.</summary>
    public double? Loss => Losses?.Sum() / Rows;
}
