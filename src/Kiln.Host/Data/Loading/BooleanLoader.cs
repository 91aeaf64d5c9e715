using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

sealed class BooleanLoader(Column column, int rows, ViolationBudget budget) : ColumnLoader(column, budget)
{
    readonly double[] _values = new double[rows];
    readonly byte[] _true = Encoding.UTF8.GetBytes(column.TrueText!);
    readonly byte[] _false = Encoding.UTF8.GetBytes(column.FalseText!);

    public override TableColumn Finish() => new NumberColumn(Column, _values);

    protected override void Add(ReadOnlySpan<byte> text)
    {
        var isTrue = text.SequenceEqual(_true);
        if (isTrue || text.SequenceEqual(_false))
        {
            _values[Row] = isTrue ? 1 : 0;
            return;
        }
        Report(Ids.ValueHasWrongType, "type", text, $"is neither '{Column.TrueText}' nor '{Column.FalseText}'");
        _values[Row] = double.NaN;
    }

    protected override void AddMissing() => _values[Row] = double.NaN;
}
