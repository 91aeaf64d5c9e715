using System.Text;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>How often each text of a column occurs.</summary>
sealed class TextCounts
{
    readonly TextPool _pool = new();
    readonly List<long> _rows = [];
    readonly List<int> _first = [];

    /// <summary>Different texts, those that mean missing included.</summary>
    public int Distinct => _pool.Count;

    /// <summary>A text by its number, in the order in which they came.</summary>
    public ReadOnlySpan<byte> this[int code] => _pool[code];

    /// <returns>How many different texts there are now.</returns>
    public int Add(ReadOnlySpan<byte> text, int row)
    {
        var code = _pool.Add(text);
        if (code == _rows.Count)
        {
            _rows.Add(0);
            _first.Add(row);
        }
        _rows[code]++;
        return Distinct;
    }

    /// <summary>The row that has the text first, over all files; -1 where none has it.</summary>
    public int FirstRow(string text) => _pool.Find(Encoding.UTF8.GetBytes(text)) is >= 0 and var code ? _first[code] : -1;

    public long RowsOf(string text) => _pool.Find(Encoding.UTF8.GetBytes(text)) is >= 0 and var code ? _rows[code] : 0;

    /// <summary>Different texts without those that mean missing.</summary>
    public int Count(IEnumerable<string> missing) => Distinct - missing.Count(text => _pool.Find(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>The texts with their rows, in ordinal order, without those that mean missing.</summary>
    public List<KeyValuePair<string, long>> Values(IReadOnlyCollection<string> missing)
    {
        var values = new List<KeyValuePair<string, long>>();
        for (var code = 0; code < Distinct; code++)
            if (_pool.Text(code) is var text && !missing.Contains(text))
                values.Add(new(text, _rows[code]));
        values.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return values;
    }
}
