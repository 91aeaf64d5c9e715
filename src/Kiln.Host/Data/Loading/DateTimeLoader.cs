using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

sealed class DateTimeLoader(Column column, DateFormat format, int rows, ViolationBudget budget) : ColumnLoader(column, budget)
{
    readonly DateTime?[] _values = new DateTime?[rows];

    public override TableColumn Finish() => new DateTimeColumn(Column, _values);

    protected override void Add(ReadOnlySpan<byte> text)
    {
        if (format.TryParse(text, out var value))
        {
            if (value < Column.Earliest)
                Report(Ids.ValueOutsideDomain, "min", text, $"is before the \"min\" {IsoDate.Format(Column.Earliest.Value)}");
            else if (value > Column.Latest)
                Report(Ids.ValueOutsideDomain, "max", text, $"is after the \"max\" {IsoDate.Format(Column.Latest.Value)}");
            _values[Row] = value;
            return;
        }
        Report(Ids.ValueHasWrongType, "type", text, $"is not a date in {format}");
        _values[Row] = null;
    }

    protected override void AddMissing() => _values[Row] = null;
}
