namespace Kiln.Host.Expectations;

/// <summary>How far the score of a row goes the wrong way, and between which of the values that its column is given.</summary>
/// <param name="From">The place of the value that it goes from; -1 for the row's own.</param>
/// <param name="To">The place of the value that it goes to.</param>
/// <param name="Score">The score before.</param>
/// <param name="Other">The score after.</param>
readonly record struct ScoreMove(int From, int To, double Score, double Other)
{
    /// <summary>Infinite where one of the scores is no number.</summary>
    public double Size => double.IsNaN(Score) || double.IsNaN(Other) ? double.PositiveInfinity : Math.Abs(Other - Score);
}
