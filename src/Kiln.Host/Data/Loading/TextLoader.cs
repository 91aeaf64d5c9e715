using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

sealed class TextLoader(Column column, int rows, ViolationBudget budget) : ColumnLoader(column, budget)
{
    readonly int[] _codes = new int[rows];
    readonly TextPool _texts = new();
    readonly TextRules? _rules = TextRules.For(column);

    public override TableColumn Finish() => new TextColumn(Column, _codes, _texts.Texts());

    protected override void Add(ReadOnlySpan<byte> text)
    {
        if (_rules?.Find(text) is var (rule, matter))
            Report(Ids.ValueOutsideDomain, rule, text, matter);
        _codes[Row] = _texts.Add(text);
    }

    protected override void AddMissing() => _codes[Row] = -1;
}
