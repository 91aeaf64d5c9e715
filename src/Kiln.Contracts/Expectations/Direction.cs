namespace Kiln.Contracts.Expectations;

/// <summary>Which way a score goes when a column rises; the names are those of <c>Kiln.Monotone</c>.</summary>
public enum Direction
{
    Increasing,
    Decreasing,
}
