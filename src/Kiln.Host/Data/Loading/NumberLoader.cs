using System.Globalization;
using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

sealed class NumberLoader(Column column, byte separator, int rows, ViolationBudget budget) : ColumnLoader(column, budget)
{
    readonly double[] _values = new double[rows];
    readonly bool _whole = column.Type == ColumnType.Integer;
    readonly double _min = column.Min ?? double.NegativeInfinity;
    readonly double _max = column.Max ?? double.PositiveInfinity;
    readonly NumberSigns? _signs = NumberSigns.For(column.Symbols, column.Thousands, separator);
    string? _inexact;

    public override TableColumn Finish() => new NumberColumn(Column, _values, _inexact);

    protected override void Add(ReadOnlySpan<byte> text)
    {
        var number = _signs is null ? text : _signs.TakeOff(text);
        if (!NumberText.TryParse(number, separator, out var value, out var form) || _whole && (form & NumberForm.Whole) == 0)
        {
            Report(Ids.ValueHasWrongType, "type", text, _whole ? "is not a whole number" : "is not a number");
            value = double.NaN;
        }
        else if (!float.IsFinite((float)value))
        {
            Report(Ids.NumberTooLarge, "precision", text, "is beyond the single precision that models compute in, whose largest number is 3.4e38");
            value = double.NaN;
        }
        else if (value < _min)
            Report(Ids.ValueOutsideDomain, "min", text, FormattableString.Invariant($"is below the \"min\" {_min}"));
        else if (value > _max)
            Report(Ids.ValueOutsideDomain, "max", text, FormattableString.Invariant($"is above the \"max\" {_max}"));
        if (_inexact is null && (form & NumberForm.Inexact) != 0 && !IsExact(number, value))
            _inexact = Encoding.UTF8.GetString(text);
        _values[Row] = value;
    }

    protected override void AddMissing() => _values[Row] = double.NaN;

    /// <summary>Some whole numbers beyond 2^53 are still exact: seconds that are written in nanoseconds.</summary>
    static bool IsExact(ReadOnlySpan<byte> text, double value) =>
        Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && (Int128)value == number;
}
