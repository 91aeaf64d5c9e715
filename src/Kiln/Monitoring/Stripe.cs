namespace Kiln.Monitoring;

/// <summary>
/// The counts of one core: threads of different cores do not wait for each other. They only grow, and a window is the difference of two sums:
/// nothing is lost between one window and the next.
/// </summary>
sealed class Stripe(int counts)
{
    readonly long[] _counts = new long[counts];
    readonly object _lock = new();

    long _rows;
    long _examined;
    long _squares;
    long _nextExamined;
    long _stride = 1;
    int _left = 1;
    uint _chance = 0x9E3779B9;

    /// <summary>Counts a row.</summary>
    /// <returns>Whether it is one that is looked at.</returns>
    public bool Enter(out long row) => (row = Interlocked.Increment(ref _rows)) >= Volatile.Read(ref _nextExamined);

    /// <summary>Looks at the row of a number that <see cref="Enter"/> gave; after <paramref name="rowsAtOnce"/> rows fewer are looked at.</summary>
    public void Examine(long row, int rowsAtOnce, RowCounts counter, ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, ReadOnlySpan<float> scores)
    {
        lock (_lock)
        {
            counter.Add(_counts, numbers, texts, scores, _stride);
            _examined++;
            _squares += _stride * _stride;
            if (rowsAtOnce == int.MaxValue)
                return;
            // Somewhere in the next strides, not at their ends: rows that come in turns are all met.
            if (_stride > 1)
                Volatile.Write(ref _nextExamined, row + 1 + Next(2 * (int)_stride - 1));
            if (--_left <= 0)
                (_left, _stride) = (rowsAtOnce, Math.Min(2 * _stride, MostRowsForOne));
        }
    }

    /// <summary>The beginning of another second: each row is looked at again.</summary>
    public void Renew(int rowsAtOnce)
    {
        lock (_lock)
        {
            (_left, _stride) = (rowsAtOnce, 1);
            Volatile.Write(ref _nextExamined, 0);
        }
    }

    public void AddTo(ref MonitorSums sums)
    {
        lock (_lock)
        {
            sums.Rows += Interlocked.Read(ref _rows);
            sums.Examined += _examined;
            sums.Squares += _squares;
            for (var i = 0; i < _counts.Length; i++)
                sums.Counts[i] += _counts[i];
        }
    }

    const long MostRowsForOne = 1 << 20;

    /// <summary>Xorshift (Marsaglia, 2003): which rows are looked at has nothing to do with what is in them.</summary>
    int Next(int end)
    {
        _chance ^= _chance << 13;
        _chance ^= _chance >> 17;
        _chance ^= _chance << 5;
        return (int)(_chance % (uint)end);
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
