using System.Text;
using Kiln.Contracts.Data;
using Kiln.TrainerHost.Data.Engine;
using Kiln.TrainerHost.Data.Values;

namespace Kiln.TrainerHost.Data.Inference;

/// <summary>What a column can be, after every one of its fields was looked at.</summary>
/// <param name="delimiter">Where it is a comma, numbers cannot have one too, even between quotes.</param>
sealed class ColumnScan(string delimiter)
{
    /// <summary>A category has at most so many values, each on two rows on average.</summary>
    const int MostValues = 500;

    readonly NumberScan _points = new((byte)'.');
    readonly NumberScan? _commas = delimiter == "," ? null : new((byte)',');
    readonly TextCounts _texts = new();
    readonly Dictionary<string, long> _tokens = new(StringComparer.Ordinal);
    bool _counted = true;
    int _dates = DateCandidates.All;
    bool _isoOnly = true;
    long _filled;

    /// <summary>Rows, with a value or without.</summary>
    public long Rows { get; private set; }

    /// <summary>Only numbers if the decimal separator is a point, or a comma.</summary>
    public bool NeedsPoint => _points.IsQuantity && _commas is { Fits: false };

    public bool NeedsComma => _commas is { IsQuantity: true, HasSureFraction: true } && !_points.Fits;

    /// <summary>Set once all columns were read, for a file has one decimal separator.</summary>
    public bool DecimalComma { private get; set; }

    public bool IsSequence => Numbers.IsSequence && _tokens.Count == 0;

    /// <summary>The texts that may mean missing, as spelled, if the rest makes a number, date or boolean; else none.</summary>
    public IEnumerable<string> NeededTokens => Numbers.IsQuantity || IsDate || Booleans(_tokens.Keys) is not null ? _tokens.Keys : [];

    /// <summary>The formats besides ISO 8601 that read all dates, a bit each; 0 where no format is needed.</summary>
    public int DateFormats => IsDate && !_isoOnly ? _dates : 0;

    NumberScan Numbers => DecimalComma ? _commas! : _points;

    bool IsDate => _dates != 0 && _filled > 0 && !Numbers.Fits;

    public void Add(TextVector fields, int rows)
    {
        Rows += rows;
        for (var row = 0; row < rows; row++)
            if (fields[row] is { Length: > 0 } text)
                Add(text);
    }

    public long Missing(IEnumerable<string> tokens) =>
        Rows - _filled - _tokens.Where(token => !tokens.Contains(token.Key)).Sum(token => token.Value);

    public ColumnType Type(Dialect dialect)
    {
        var missing = dialect.Missing;
        if (Booleans(missing) is not null)
            return ColumnType.Boolean;
        // A token that no column needed is a value, and then this is no column of numbers or dates.
        var pure = _tokens.Keys.All(missing.Contains);
        if (Numbers.IsQuantity && pure)
            return Numbers.IsWhole ? ColumnType.Integer : ColumnType.Number;
        if (IsDate && pure && (_isoOnly || (_dates & DateCandidates.Bit(dialect.DateFormat)) != 0))
            return ColumnType.DateTime;
        var distinct = _counted ? _texts.Count(missing) : int.MaxValue;
        return distinct is > 0 and <= MostValues && 2 * distinct <= Rows - Missing(missing) ? ColumnType.Category : ColumnType.Text;
    }

    /// <summary>The texts, while there are few; null where there are many.</summary>
    public TextCounts? Counted => _counted ? _texts : null;

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
            return;
        }
        _filled++;
        _points.Add(text);
        _commas?.Add(text);
        if (_dates != 0 && !DateFormat.Iso.TryParse(text, out _))
        {
            _isoOnly = false;
            _dates = DateCandidates.Fitting(text, _dates);
        }
    }
}
