namespace Kiln.Contracts.Locks;

/// <summary>A feature's place by permutation importance, 1 for the most important.</summary>
/// <param name="Released">Null where it was none, or its loss could not be told from none.</param>
/// <param name="Now">Null where it is none, or its loss cannot be told from none.</param>
public sealed record RankChange(int? Released, int? Now)
{
    public override string ToString() => $"{Text(Released)} → {Text(Now)}";

    static string Text(int? rank) => rank is { } place ? $"{place}" : "none";
}
