namespace Kiln.Contracts.Expectations;

/// <summary>How a model does against an expectation on held-out rows.</summary>
/// <param name="Of">What was measured: <see cref="Expectation.Measured"/>.</param>
/// <param name="Rows">How many rows were looked at.</param>
/// <param name="Broken">On how many of them the score goes further the wrong way than is allowed.</param>
/// <param name="Worst">How far it goes the wrong way at most; 0 where no further than it is rounded, NaN where a score is no number.</param>
public sealed record MeasuredExpectation(Expectation Of, int Rows, int Broken, double Worst)
{
    /// <summary>The share of rows that meet it; all of none.</summary>
    public double Share => Rows == 0 ? 1 : (Rows - Broken) / (double)Rows;

    /// <summary>Whether enough rows do.</summary>
    public bool Meets(Expectation expectation) => Share >= expectation.LeastShare;

    public bool IsOf(Expectation expectation) => expectation.Measured == Of;
}
