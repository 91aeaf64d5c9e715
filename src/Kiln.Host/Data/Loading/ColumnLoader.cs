using System.Text;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Loading;

/// <summary>Turns a column's texts into values, and remembers what does not fit the contract.</summary>
abstract class ColumnLoader(Column column)
{
    readonly List<Fault> _faults = [];
    readonly ulong _seed = RowHash.Seed(column.Name);

    protected Column Column { get; } = column;

    /// <summary>At most one of each id, in the order they were met.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>The row being read, over all files, from 0.</summary>
    protected int Row { get; private set; }

    public static ColumnLoader For(Column column, Dialect dialect) => column.Type switch
    {
        ColumnType.Number or ColumnType.Integer => new NumberLoader(column, (byte)dialect.Decimal[0]),
        ColumnType.Boolean => new BooleanLoader(column),
        ColumnType.Category => new CategoryLoader(column),
        ColumnType.Text => new TextLoader(column),
        ColumnType.DateTime => new DateTimeLoader(column, DateFormat.Parse(dialect.DateFormatOf(column))),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, null),
    };

    /// <param name="hashes">Receives the field's hash in each row; see <see cref="RowHash"/>.</param>
    public void Add(TextVector fields, Span<ulong> hashes, MissingTexts missing)
    {
        for (var i = 0; i < hashes.Length; i++, Row++)
        {
            var text = fields[i];
            if (missing.Contains(text))
                text = default;
            hashes[i] = RowHash.Field(text, _seed);
            if (text.Length > 0)
                Add(text);
            else
            {
                AddMissing();
                if (!Column.Nullable)
                    Report(Ids.ValueMissing, text, "");
            }
        }
    }

    public abstract TableColumn Finish();

    protected abstract void Add(ReadOnlySpan<byte> text);

    protected abstract void AddMissing();

    /// <summary>What is ignored need not fit.</summary>
    protected void Report(string id, ReadOnlySpan<byte> text, string matter)
    {
        if (Column.Role == ColumnRole.Ignore)
            return;
        if (_faults.Find(fault => fault.Id == id) is { } known)
            known.Rows++;
        else
            _faults.Add(new(id, Row, Encoding.UTF8.GetString(text), matter));
    }
}
