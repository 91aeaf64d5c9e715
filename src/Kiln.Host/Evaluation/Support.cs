namespace Kiln.Host.Evaluation;

/// <summary>The rows that a metric rests on: where it counts by class, those of the class that has the fewest.</summary>
/// <param name="Rows">How many they are.</param>
/// <param name="Which">What tells them from others, after "row".</param>
/// <param name="One">What they are called instead of rows: one,</param>
/// <param name="Several">and several.</param>
readonly record struct Support(int Rows, string Which = "", string One = "row", string Several = "rows")
{
    /// <summary>
    /// On fewer there is no interval. A resample can only repeat what was drawn once: of one row it is left out by one resample of three,
    /// and those then say nothing; simulated, a 95 % interval of an area of 0.8 holds the true one 16 times in a hundred with 1 row of the
    /// scarcer class, 75 with 3, 86 with 5 and 91 with 10.
    /// </summary>
    public const int Fewest = 10;

    public bool IsEnough => Rows >= Fewest;

    public string WhyTooFew => $"they have {(Rows == 0 ? $"no {One}" : $"only {Rows} {(Rows == 1 ? One : Several)}")}{(Which.Length > 0 ? " " : "")}{Which}, and an interval needs {Fewest}";
}
