using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Loading;

sealed class DateTimeLoader(Column column, DateFormat format) : ColumnLoader(column)
{
    readonly List<DateTime?> _values = [];

    public override TableColumn Finish() => new DateTimeColumn(Column, [.. _values]);

    protected override void Add(ReadOnlySpan<byte> text)
    {
        if (format.TryParse(text, out var value))
        {
            _values.Add(value);
            return;
        }
        Report(Ids.ValueHasWrongType, text, $"is not a date in {format}");
        _values.Add(null);
    }

    protected override void AddMissing() => _values.Add(null);
}
