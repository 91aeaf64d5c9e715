using Kiln.Contracts.Tunings;

namespace Kiln.Host.Training.Trials;

/// <summary>What came of some settings.</summary>
/// <param name="Rounds">How many were enough.</param>
/// <param name="Folds">How many judged it.</param>
/// <param name="Losses">Summed over the rows of each block, of which every fold's rows have some; null where its process was ended.</param>
/// <param name="Weight">Of what judged it, 1 a row where nothing else is said.</param>
/// <param name="Seconds">That it took.</param>
sealed record Trial(TunedSettings Settings, int Rounds, int Folds, double[]? Losses, double Weight, double Seconds)
{
    /// <summary>Mean over what judged it.</summary>
    public double? Loss => Losses?.Sum() / Weight;
}
