using System.Text;
using Kiln.Contracts.Data;
using Kiln.TrainerHost.Data.Engine;
using Kiln.TrainerHost.Data.Values;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>What a column can be, after every one of its fields was looked at.</summary>
sealed class ColumnScan
{
    /// <summary>A category has at most so many values, each on two rows on average.</summary>
    const int MostValues = 500;

    readonly TextCounts _texts = new();
    readonly Dictionary<string, long> _tokens = new(StringComparer.Ordinal);
    bool _numbers = true;
    bool _whole = true;
    bool _leadingZero;
    bool _inexact;
    bool _counted = true;
    int _dates = DateCandidates.All;
    bool _isoOnly = true;
    long _filled;
    double _last = double.NaN;

    /// <summary>Rows, with a value or without.</summary>
    public long Rows { get; private set; }

    /// <summary>Each number is one more than the one before, and the first is 0 or 1: the row's number.</summary>
    public bool IsSequence { get; private set; } = true;

    /// <summary>The texts that may mean missing, as spelled, if the rest makes a number, date or boolean; else none.</summary>
    public IEnumerable<string> NeededTokens => IsQuantity || IsDate || Booleans(_tokens.Keys) is not null ? _tokens.Keys : [];

    /// <summary>The formats besides ISO 8601 that read all dates, a bit each; 0 where no format is needed.</summary>
    public int DateFormats => IsDate && !_isoOnly ? _dates : 0;

    // Whole numbers that a double cannot tell apart are identifiers; among fractions they are just large.
    bool IsQuantity => _numbers && _filled > 0 && !_leadingZero && !(_whole && _inexact);

    bool IsDate => _dates != 0 && _filled > 0 && !_numbers;

    public void Add(TextVector fields, int rows)
    {
        Rows += rows;
        for (var row = 0; row < rows; row++)
            if (fields[row] is { Length: > 0 } text)
                Add(text);
    }

    public long Missing(IEnumerable<string> tokens) => Rows - _filled - _tokens.Where(token => !tokens.Contains(token.Key)).Sum(token => token.Value);

    public ColumnType Type(IReadOnlyCollection<string> missing, int dateFormat)
    {
        if (Booleans(missing) is not null)
            return ColumnType.Boolean;
        // A token that no column needed is a value, and then this is no column of numbers or dates.
        var pure = _tokens.Keys.All(missing.Contains);
        if (IsQuantity && pure)
            return _whole ? ColumnType.Integer : ColumnType.Number;
        if (IsDate && pure && (_isoOnly || (_dates & dateFormat) != 0))
            return ColumnType.DateTime;
        var distinct = _counted ? _texts.Values(missing).Count : int.MaxValue;
        return distinct is > 0 and <= MostValues && 2 * distinct <= Rows - Missing(missing) ? ColumnType.Category : ColumnType.Text;
    }

    /// <summary>Every text with its rows, while there are few; null where there are many.</summary>
    public List<KeyValuePair<string, long>>? Counted(IReadOnlyCollection<string> missing) => _counted ? _texts.Values(missing) : null;

    public (string True, string False)? Booleans(IReadOnlyCollection<string> missing) =>
        _texts.Distinct <= 2 + _tokens.Count && _texts.Values(missing) is [var a, var b] ? BooleanTexts.Match(a.Key, b.Key) : null;

    void Add(ReadOnlySpan<byte> text)
    {
        if (_counted)
            _counted = _texts.Add(text) <= MostValues + MissingTokens.Spellings;
        if (text[0] is < (byte)'0' or > (byte)'9' && MissingTokens.IsCandidate(text))
        {
            var token = Encoding.UTF8.GetString(text);
            _tokens[token] = _tokens.GetValueOrDefault(token) + 1;
            IsSequence = false;
            return;
        }
        _filled++;
        if (_numbers)
            AddNumber(text);
        if (_dates != 0 && !DateFormat.Iso.TryParse(text, out _))
        {
            _isoOnly = false;
            _dates = DateCandidates.Fitting(text, _dates);
        }
    }

    void AddNumber(ReadOnlySpan<byte> text)
    {
        _numbers = NumberText.TryParse(text, (byte)'.', out var value, out var form);
        _whole &= (form & NumberForm.Whole) != 0;
        _leadingZero |= (form & NumberForm.LeadingZero) != 0;
        _inexact |= (form & NumberForm.Inexact) != 0;
        IsSequence &= double.IsNaN(_last) ? value is 0 or 1 : value == _last + 1;
        _last = value;
    }
}
