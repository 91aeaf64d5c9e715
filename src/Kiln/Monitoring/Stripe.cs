namespace Kiln.Monitoring;

/// <summary>
/// The counts of one core: threads of different cores do not wait for each other. They only grow, and a window is the difference of two sums: nothing is lost
/// between one window and the next.
/// </summary>
sealed class Stripe(int counts)
{
    readonly long[] _counts = new long[counts];
    readonly object _lock = new();

    long _examined;
    long _squares;

    /// <summary>Counts a row that stands for so many.</summary>
    public void Add(long stands, RowCounts counter, ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores)
    {
        lock (_lock)
        {
            counter.Add(_counts, numbers, texts, scores, stands);
            _examined++;
            _squares += stands * stands;
        }
    }

    public void AddTo(ref MonitorSums sums)
    {
        lock (_lock)
        {
            sums.Examined += _examined;
            sums.Squares += _squares;
            for (var i = 0; i < _counts.Length; i++)
                sums.Counts[i] += _counts[i];
        }
    }
}

/// <summary>What was counted since the model was loaded.</summary>
struct MonitorSums(int counts)
{
    public long Rows;
    public long Examined;
    public long Squares;
    public readonly long[] Counts = new long[counts];
}
