namespace Kiln.Host.NewData;

/// <summary>Count, sum and sum of squares of numbers.</summary>
/// <param name="Origin">What was taken off each before it was squared: with a large mean nothing would be left of the variance otherwise.</param>
readonly record struct Moments(double Origin, long Count, double Sum, double Squares)
{
    public double Mean => Origin + Sum / Count;

    public double Variance => Count < 2 ? 0 : Math.Max(0, (Squares - Sum * Sum / Count) / (Count - 1));

    public Moments Add(double value) => this with { Count = Count + 1, Sum = Sum + (value - Origin), Squares = Squares + (value - Origin) * (value - Origin) };

    public Moments Without(Moments other) => this with { Count = Count - other.Count, Sum = Sum - other.Sum, Squares = Squares - other.Squares };

    /// <summary>Of numbers with one origin.</summary>
    public static Moments Total(IEnumerable<Moments> parts) => parts.Aggregate((a, b) => a with { Count = a.Count + b.Count, Sum = a.Sum + b.Sum, Squares = a.Squares + b.Squares });
}
