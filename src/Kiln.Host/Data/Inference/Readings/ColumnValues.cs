using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Inference.Readings;

/// <summary>A column's values by its type, gathered on the second reading for the profile.</summary>
abstract class ColumnValues
{
    public void Add(TextVector fields, int rows)
    {
        for (var row = 0; row < rows; row++)
            if (fields[row] is { Length: > 0 } text)
                Add(text);
    }

    protected abstract void Add(ReadOnlySpan<byte> text);
}

sealed class NumberValues(List<double> values, byte separator = (byte)'.') : ColumnValues
{
    public List<double> Values { get; } = values;

    // What is no number here is a text for "missing": the scan has seen to that.
    protected override void Add(ReadOnlySpan<byte> text)
    {
        if (NumberText.TryParse(text, separator, out var value, out _) && double.IsFinite(value))
            Values.Add(value);
    }
}

sealed class DateValues(List<DateTime> values, DateFormat? format = null) : ColumnValues
{
    readonly DateFormat _format = format ?? DateFormat.Iso;

    public List<DateTime> Values { get; } = values;

    protected override void Add(ReadOnlySpan<byte> text)
    {
        if (_format.TryParse(text, out var value))
            Values.Add(value);
    }
}

sealed class TextValues : ColumnValues
{
    public TextCounts Counts { get; } = new();

    protected override void Add(ReadOnlySpan<byte> text) => Counts.Add(text, 0);
}
