namespace Kiln.Monitoring;

/// <summary>Puts rows into the bins of all columns, which stand one behind the other in one array of counts.</summary>
sealed class RowCounts
{
    readonly Binning[] _binnings;
    readonly int[] _offsets;

    /// <param name="profile">What is counted.</param>
    /// <param name="numbers">The row's numbers, in their order.</param>
    /// <param name="texts">The row's texts, in their order.</param>
    /// <param name="label">What tells which label the scores stand for.</param>
    /// <exception cref="InvalidDataException">Something is counted that the row does not have.</exception>
    public RowCounts(ModelProfile profile, string[] numbers, string[] texts, FindLabel label)
    {
        Profile = profile;
        _binnings = [.. profile.Columns.Select(column => Binning.Of(column, Source(column, numbers, texts), label))];
        _offsets = new int[_binnings.Length];
        for (var i = 0; i < _binnings.Length; i++)
        {
            _offsets[i] = Length;
            Length += profile.Columns[i].Bins;
        }
    }

    public ModelProfile Profile { get; }

    /// <summary>How many counts there are.</summary>
    public int Length { get; }

    /// <summary>Counts a row, which may stand for several.</summary>
    public void Add(Span<long> counts, ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores, long weight)
    {
        for (var i = 0; i < _binnings.Length; i++)
            counts[_offsets[i] + _binnings[i].Find(numbers, texts, scores)] += weight;
    }

    /// <summary>The counts of one column.</summary>
    public ReadOnlySpan<long> Of(int column, ReadOnlySpan<long> counts) => counts.Slice(_offsets[column], Profile.Columns[column].Bins);

    static int Source(CountedColumn column, string[] numbers, string[] texts)
    {
        var place = column.Kind switch
        {
            CountedKind.Number => Array.IndexOf(numbers, column.Name),
            CountedKind.Probability => 1,
            CountedKind.Score or CountedKind.Label or CountedKind.Confidence => 0,
            _ => Array.IndexOf(texts, column.Name),
        };
        return place >= 0 ? place : throw new InvalidDataException($"it has a profile of '{column.Name}', which is no input of it");
    }
}
