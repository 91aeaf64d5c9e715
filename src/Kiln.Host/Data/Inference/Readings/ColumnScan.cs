using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>What a column can be, after every one of its fields was looked at.</summary>
/// <param name="header">The column's name as the file has it, which no row should hold.</param>
/// <param name="delimiter">Where it is a comma, numbers cannot have one too, even between quotes.</param>
/// <param name="kept">Rows of which values are kept, so that they need not be read again; 0 to keep none.</param>
sealed class ColumnScan(string header, string delimiter, int kept)
{
    readonly byte[] _header = Encoding.UTF8.GetBytes(header);
    readonly TextCounts _texts = new();
    readonly Dictionary<string, (long Rows, int First)> _tokens = new(StringComparer.Ordinal);
    bool _counted = true;
    long _filled;

    /// <summary>Rows, with a value or without.</summary>
    public int Rows { get; private set; }

    /// <summary>Values, texts that may mean missing not counted.</summary>
    public long Filled => _filled;

    /// <summary>The row of the first value; -1 where there is none.</summary>
    public int FirstFilled { get; private set; } = -1;

    public NumberScan Points { get; } = new((byte)'.', kept);

    public NumberScan? Commas { get; } = delimiter == "," ? null : new((byte)',');

    public DateScan Dates { get; } = new(kept);

    public DecorationScan Decorations { get; } = new();

    public EmailScan Emails { get; } = new();

    /// <summary>Nearly all values are addresses of persons; the few others may be misspelt ones.</summary>
    public bool IsPersonal => _filled > 0 && Emails.Count >= NumberScan.NearlyAll * _filled;

    /// <summary>The first rows that hold the column's own name.</summary>
    public RepeatedHeader RepeatedHeader { get; } = new();

    /// <summary>Only numbers if the decimal separator is a point, or a comma.</summary>
    public bool NeedsPoint => Commas is not null && Points.IsNearlyQuantity && Points.Numbers > Commas.Numbers;

    public bool NeedsComma => Commas is { IsNearlyQuantity: true, HasSureFraction: true } && Commas.Numbers > Points.Numbers;

    /// <summary>Set once all columns were read, for a file has one decimal separator.</summary>
    public bool DecimalComma { get; set; }

    /// <summary>Set once all columns were read, for one that is clear settles one that is not; null for ISO 8601, or no date.</summary>
    public string? DateFormat { get; set; }

    public NumberScan Numbers => DecimalComma ? Commas! : Points;

    public bool IsSequence => Numbers.Fits && Numbers.IsSequence && _tokens.Count == 0;

    /// <summary>
    /// The texts that mean missing, as spelled: those that stand between this column and a type. NA is a value in a column of countries,
    /// whatever it is in others, and so is one of two values.
    /// </summary>
    public IReadOnlyList<string> Missing => field ??= Numbers.IsQuantity || IsDate || BooleansBut(_tokens.Keys) is not null
        ? [.. _tokens.Keys.Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The texts that often mean missing and here are values.</summary>
    public IReadOnlyDictionary<string, (long Rows, int First)> UnusedTokens => Missing.Count > 0 ? new() : _tokens;

    public long MissingRows => Rows - _filled - (Missing.Count > 0 ? 0 : _tokens.Sum(token => token.Value.Rows));

    public ColumnType Type => TypeInference.Infer(this);

    /// <summary>Whole numbers all of which are days.</summary>
    public bool IsDays => Numbers.AreDays;

    /// <summary>The texts, while there are few; null where there are many.</summary>
    public TextCounts? Counted => _counted ? _texts : null;

    public (string True, string False)? Booleans => BooleansBut(Missing);

    /// <summary>The values by their type; null where they must be read again.</summary>
    public ColumnValues? Kept => Type switch
    {
        ColumnType.Number or ColumnType.Integer when Numbers.Kept is { } numbers => new NumberValues(numbers),
        ColumnType.DateTime when DateFormat is null && Dates.IsoDates is { } dates => new DateValues(dates),
        _ => null,
    };

    public bool IsDate => _filled > 0 && (Dates.IsIso || Dates.Formats != 0) && !Numbers.Fits;

    public void Add(TextVector fields, int rows)
    {
        for (var row = 0; row < rows; row++)
            if (fields[row] is { Length: > 0 } text)
                Add(text, Rows + row);
        Rows += rows;
    }

    (string True, string False)? BooleansBut(IReadOnlyCollection<string> missing) =>
        _texts.Distinct <= 2 + _tokens.Count && _texts.Values(missing) is [var a, var b] ? BooleanTexts.Match(a.Key, b.Key) : null;

    void Add(ReadOnlySpan<byte> text, int row)
    {
        if (text.SequenceEqual(_header))
            RepeatedHeader.Add(row);
        if (_counted)
            _counted = _texts.Add(text, row) <= TypeInference.MostValues + MissingTokens.Spellings;
        if (text[0] is < (byte)'0' or > (byte)'9' && MissingTokens.IsCandidate(text))
        {
            var token = Encoding.UTF8.GetString(text);
            var (rows, first) = _tokens.GetValueOrDefault(token, (0, row));
            _tokens[token] = (rows + 1, first);
            return;
        }
        if (_filled++ == 0)
            FirstFilled = row;
        var isNumber = Points.Add(text, row);
        isNumber |= Commas?.Add(text, row) ?? false;
        if (isNumber)
            Dates.AddOther(text, row);
        else
        {
            Dates.Add(text, row);
            Decorations.Add(text, row);
            Emails.Add(text);
        }
    }
}
