using Kiln.TrainerHost.Data.Values;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>How often each text of a column occurs.</summary>
sealed class TextCounts
{
    readonly TextPool _pool = new();
    readonly List<long> _rows = [];

    public int Distinct => _pool.Count;

    /// <returns>How many different texts there are now.</returns>
    public int Add(ReadOnlySpan<byte> text)
    {
        var code = _pool.Add(text);
        if (code == _rows.Count)
            _rows.Add(0);
        _rows[code]++;
        return Distinct;
    }

    /// <summary>Every text with its rows, in ordinal order, without the texts that mean missing.</summary>
    public List<KeyValuePair<string, long>> Values(IReadOnlyCollection<string> missing)
    {
        var values = new List<KeyValuePair<string, long>>(Distinct);
        for (var code = 0; code < Distinct; code++)
            if (_pool.Text(code) is var text && !missing.Contains(text))
                values.Add(new(text, _rows[code]));
        values.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return values;
    }
}
