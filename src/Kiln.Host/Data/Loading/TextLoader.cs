using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Loading;

sealed class TextLoader(Column column) : ColumnLoader(column)
{
    readonly List<int> _codes = [];
    readonly TextPool _texts = new();

    public override TableColumn Finish() => new TextColumn(Column, [.. _codes], _texts.Texts());

    protected override void Add(ReadOnlySpan<byte> text) => _codes.Add(_texts.Add(text));

    protected override void AddMissing() => _codes.Add(-1);
}
