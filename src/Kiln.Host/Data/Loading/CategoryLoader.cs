using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

sealed class CategoryLoader(Column column, int rows, ViolationBudget budget) : ColumnLoader(column, budget)
{
    readonly int[] _codes = new int[rows];
    readonly TextPool _values = TextPool.Create(column.Values);
    readonly TextRules? _rules = TextRules.For(column);

    public override TableColumn Finish() => new TextColumn(Column, _codes, Column.Open ? _values.Texts() : Column.Values);

    protected override void Add(ReadOnlySpan<byte> text)
    {
        var code = Column.Open ? _values.Add(text) : _values.Find(text);
        if (code < 0)
            Report(Ids.ValueOutsideDomain, "values", text, "is not among the \"values\"");
        else if (_rules?.Find(text) is var (rule, matter))
            Report(Ids.ValueOutsideDomain, rule, text, matter);
        _codes[Row] = code;
    }

    protected override void AddMissing() => _codes[Row] = -1;
}
