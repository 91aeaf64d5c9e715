namespace Kiln.Host.Training.Encodings;

/// <summary>A few tokens in their order; sorted by the first, then the second, and so on.</summary>
readonly record struct Sequence(int First, int Second, int Third, int Fourth) : IComparable<Sequence>
{
    public const int Most = 4;

    public static Sequence Empty => default;

    public int Length => First == 0 ? 0 : Second == 0 ? 1 : Third == 0 ? 2 : Fourth == 0 ? 3 : Most;

    /// <summary>The sequence with a token in front of it.</summary>
    public Sequence Before(int token) => new(token, First, Second, Third);

    public IEnumerable<int> Tokens() => new[] { First, Second, Third, Fourth }.TakeWhile(token => token > 0);

    public int CompareTo(Sequence other) => (First, Second, Third, Fourth).CompareTo((other.First, other.Second, other.Third, other.Fourth));
}
