using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Loading;

sealed class CategoryLoader(Column column) : ColumnLoader(column)
{
    readonly List<int> _codes = [];
    readonly TextPool _values = TextPool.Create(column.Values);

    public override TableColumn Finish() => new TextColumn(Column, [.. _codes], Column.Values);

    protected override void Add(ReadOnlySpan<byte> text)
    {
        var code = _values.Find(text);
        if (code < 0)
            Report(Ids.ValueOutsideDomain, text, "is not among the \"values\"");
        _codes.Add(code);
    }

    protected override void AddMissing() => _codes.Add(-1);
}
