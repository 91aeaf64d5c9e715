namespace Kiln.Host.Training.Intervals;

/// <summary>How far an interval reaches from the score.</summary>
/// <param name="Below">In units of the row's spread; in the label's where rows have none.</param>
/// <param name="Above">The same on the other side.</param>
readonly record struct IntervalReach(float Below, float Above)
{
    /// <param name="errors">Of models that did not see their rows, in those units.</param>
    /// <param name="share">Of values within; as many are left out below as above.</param>
    /// <remarks>
    /// No end is on the wrong side of the score: that takes a very small share and a model that is mostly off to one side, and then the
    /// interval holds more than was asked for.
    /// </remarks>
    public static IntervalReach Find(IReadOnlyList<OutOfFoldError> errors, double share) => new(
        (float)Math.Max(0, Conformal.Quantile(errors.Select(error => (-error.Error, error.Weight)), OneSide(share))),
        (float)Math.Max(0, Conformal.Quantile(errors.Select(error => (error.Error, error.Weight)), OneSide(share))));

    /// <summary>How many errors it takes; of fewer, an end is infinite.</summary>
    public static int Fewest(double share) => Conformal.Fewest(OneSide(share));

    static double OneSide(double share) => 1 - (1 - share) / 2;
}
