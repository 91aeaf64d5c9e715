using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>What a column is as dates, in each of the formats that are tried.</summary>
/// <param name="kept">Rows of which the days in ISO 8601 are kept, so that they need not be read again; 0 to keep none.</param>
sealed class DateScan(int kept)
{
    /// <summary>Misfits after which a format that reads less than a quarter of the values is not tried any more.</summary>
    const int Patience = 64;

    readonly long[] _dates = new long[DateCandidates.Patterns.Length];
    readonly Misfits[] _misfits = [.. DateCandidates.Patterns.Select(_ => new Misfits())];
    readonly Misfits _notIso = new();
    readonly Misfits _others = new();
    int _tried = DateCandidates.All;
    int _fit = DateCandidates.All;
    long _iso;
    long _inSomeFormat;
    bool _padded = true;
    List<DateTime>? _isoDates = kept > 0 ? [] : null;

    /// <summary>Every value is a date in ISO 8601.</summary>
    public bool IsIso => _iso > 0 && _notIso.Count + _others.Count == 0;

    /// <summary>All values, where all are in ISO 8601 and they were kept.</summary>
    public List<DateTime>? IsoDates => IsIso ? _isoDates : null;

    /// <summary>The formats besides ISO 8601 that read all values, a bit each; 0 where none is needed or none does.</summary>
    public int Formats => IsIso || _others.Count > 0 || _notIso.Count == 0 ? 0 : DateCandidates.Believable(_fit, _padded);

    /// <summary>The row of the first value that is another day in another format that was still possible; -1 for none.</summary>
    public int FirstUnclear { get; private set; } = -1;

    /// <summary>How many values are dates in some format.</summary>
    public long Dates => _iso + _inSomeFormat;

    public long Values => _iso + _notIso.Count + _others.Count;

    /// <summary>The format that reads most values, not counting those that a version or a ratio is read by too; null for ISO 8601.</summary>
    public (string? Pattern, long Dates, long Misfits, int FirstRow, byte[] First) Best
    {
        get
        {
            var best = -1;
            for (var i = 0; i < _dates.Length; i++)
                if (!DateCandidates.HasShortYear(i) && _dates[i] > (best < 0 ? 0 : _dates[best]))
                    best = i;
            var own = best < 0 ? _notIso : _misfits[best];
            var first = own.Count == 0 || _others.Count > 0 && _others.FirstRow < own.FirstRow ? _others : own;
            return (best < 0 ? null : DateCandidates.Patterns[best], _iso + (best < 0 ? 0 : _dates[best]), own.Count + _others.Count, first.FirstRow, first.First);
        }
    }

    /// <summary>A value that is a number, or is no date at first sight.</summary>
    public void AddOther(ReadOnlySpan<byte> text, int row) => _others.Add(text, row);

    public void Add(ReadOnlySpan<byte> text, int row)
    {
        if (text.Length < 6 || text[..6].IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
            AddOther(text, row);
        else if (DateFormat.Iso.TryParse(text, out var date))
            AddIso(date);
        else
            AddInFormats(text, row);
    }

    void AddIso(DateTime date)
    {
        _iso++;
        _isoDates?.EnsureCapacity(kept);
        _isoDates?.Add(date);
    }

    void AddInFormats(ReadOnlySpan<byte> text, int row)
    {
        _notIso.Add(text, row);
        _isoDates = null;
        _padded &= text.Length == 8;
        var (read, first) = (0, default(DateTime));
        for (var i = 0; i < _dates.Length; i++)
        {
            if ((_tried & 1 << i) == 0)
                continue;
            if (!DateCandidates.Formats[i].TryParse(text, out var date))
            {
                _misfits[i].Add(text, row);
                if (_misfits[i].Count > Patience && 3 * (_dates[i] + _iso) < _misfits[i].Count)
                    _tried &= ~(1 << i);
                continue;
            }
            _dates[i]++;
            if (read != 0 && date != first && FirstUnclear < 0)
                FirstUnclear = row;
            (read, first) = (read | 1 << i, read == 0 ? date : first);
        }
        _inSomeFormat += read == 0 ? 0 : 1;
        _fit &= read;
    }
}
