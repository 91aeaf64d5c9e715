namespace Kiln.Monitoring;

/// <summary>
/// Which rows of one thread are looked at: each, and of very many a second every second one, then every fourth, and so on. Only its thread writes to it, so
/// a row that is not looked at costs a few instructions.
/// </summary>
/// <param name="owner">The monitor whose rows they are.</param>
/// <param name="thread">The thread.</param>
/// <param name="rowsAtOnce">How many rows of a second are looked at before fewer are.</param>
sealed class Sampler(object owner, Thread thread, int rowsAtOnce)
{
    const long MostRowsForOne = 1 << 20;

    long _rows;
    long _next;
    long _stride = 1;
    int _left;
    int _second = -1;
    uint _chance = 0x9E3779B9;

    public object Owner => owner;

    /// <summary>Whether nothing is counted any longer.</summary>
    public bool HasEnded => !thread.IsAlive;

    /// <summary>How many rows there were.</summary>
    public long Rows => Volatile.Read(ref _rows);

    /// <summary>Counts a row.</summary>
    /// <returns>Whether it is one that is looked at.</returns>
    public bool Count() => ++_rows >= _next;

    /// <summary>The row that is looked at.</summary>
    /// <param name="second">The number of the second.</param>
    /// <returns>How many rows it stands for.</returns>
    public long Take(int second)
    {
        if (_second != second)
            (_second, _stride, _left) = (second, 1, rowsAtOnce);
        var stride = _stride;
        // Somewhere in the next strides, not at their ends: rows that come in turns are all met.
        _next = stride > 1 ? _rows + 1 + Chance(2 * (uint)stride - 1) : 0;
        if (rowsAtOnce != int.MaxValue && --_left <= 0)
            (_left, _stride) = (rowsAtOnce, Math.Min(2 * _stride, MostRowsForOne));
        return stride;
    }

    /// <summary>The beginning of another second: the next row is looked at.</summary>
    public void Renew() => Volatile.Write(ref _next, 0);

    /// <summary>Xorshift (Marsaglia, 2003): which rows are looked at has nothing to do with what is in them.</summary>
    uint Chance(uint end)
    {
        _chance ^= _chance << 13;
        _chance ^= _chance >> 17;
        _chance ^= _chance << 5;
        return _chance % end;
    }
}
