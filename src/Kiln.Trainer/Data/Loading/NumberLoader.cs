using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.TrainerHost.Data.Values;

namespace Kiln.TrainerHost.Data.Loading;

sealed class NumberLoader(Column column, byte separator) : ColumnLoader(column)
{
    readonly List<float> _values = [];
    readonly bool _whole = column.Type == ColumnType.Integer;
    readonly double _min = column.Min ?? double.NegativeInfinity;
    readonly double _max = column.Max ?? double.PositiveInfinity;

    public override TableColumn Finish() => new NumberColumn(Column, [.. _values]);

    protected override void Add(ReadOnlySpan<byte> text)
    {
        if (!NumberText.TryParse(text, separator, out var value, out var form) || _whole && (form & NumberForm.Whole) == 0)
        {
            Report(Ids.ValueHasWrongType, text, _whole ? "is not a whole number" : "is not a number");
            value = double.NaN;
        }
        else if (value < _min)
            Report(Ids.ValueOutsideDomain, text, FormattableString.Invariant($"is below the \"min\" {_min}"));
        else if (value > _max)
            Report(Ids.ValueOutsideDomain, text, FormattableString.Invariant($"is above the \"max\" {_max}"));
        _values.Add((float)value);
    }

    protected override void AddMissing() => _values.Add(float.NaN);
}
