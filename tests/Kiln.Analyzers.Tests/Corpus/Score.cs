namespace Kiln.Analyzers.Tests.Corpus;

/// <summary>How what was found compares with what is owed. Optional labels count neither way.</summary>
sealed class Score
{
    readonly ILookup<string, Label> _right, _wrong, _missed;

    public Score(IReadOnlyCollection<Label> owed, IReadOnlyCollection<Label> found)
    {
        var sure = owed.Where(label => !label.Optional).ToList();
        var places = found.Distinct().ToList();
        _right = sure.Where(label => places.Any(label.Meets)).ToLookup(label => label.Id);
        _missed = sure.Where(label => !places.Any(label.Meets)).ToLookup(label => label.Id);
        _wrong = places.Where(place => !owed.Any(place.Meets)).ToLookup(place => place.Id);
    }

    public double Precision => Share(Count(_right), Count(_right) + Count(_wrong));

    public double Recall => Share(Count(_right), Count(_right) + Count(_missed));

    public IEnumerable<string> Mismatches =>
    [
        .. _wrong.SelectMany(places => places).Select(place => $"wrong  {place}"),
        .. _missed.SelectMany(labels => labels).Select(label => $"missed {label}"),
    ];

    /// <summary>One line per rule, the total, and every mismatch.</summary>
    public IEnumerable<string> Report()
    {
        yield return "rule      right  wrong missed";
        foreach (var id in new[] { _right, _wrong, _missed }.SelectMany(lookup => lookup).Select(group => group.Key).Distinct().Order(StringComparer.Ordinal))
            yield return $"{id}  {_right[id].Count(),5}  {_wrong[id].Count(),5}  {_missed[id].Count(),5}";
        yield return $"total     {Count(_right),5}  {Count(_wrong),5}  {Count(_missed),5}";
        yield return FormattableString.Invariant($"precision {Precision:P1}, recall {Recall:P1}");
        foreach (var mismatch in Mismatches)
            yield return mismatch;
    }

    static int Count(ILookup<string, Label> labels) => labels.Sum(group => group.Count());

    static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
