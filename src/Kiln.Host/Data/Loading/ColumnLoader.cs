using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Values;
using Kiln.Host.Data.Violations;

namespace Kiln.Host.Data.Loading;

/// <summary>Turns a column's texts into values, and remembers what does not fit the contract.</summary>
abstract class ColumnLoader(Column column, ViolationBudget budget)
{
    readonly List<BrokenRule> _broken = [];
    BrokenRule? _missing;
    readonly ulong _seed = RowHash.Seed(column.Name);

    protected Column Column { get; } = column;

    /// <summary>The rules of the column that some row breaks, in the order they were met.</summary>
    public IEnumerable<BrokenRule> Broken =>
        _broken.Where(rule => rule != _missing || (double)rule.Count / Row > Column.MaxMissing);

    /// <summary>The row being read, over all files, from 0.</summary>
    protected int Row { get; private set; }

    /// <param name="rows">How many there will be.</param>
    public static ColumnLoader For(Column column, Dialect dialect, int rows, ViolationBudget budget) => column.Type switch
    {
        ColumnType.Number or ColumnType.Integer => new NumberLoader(column, (byte)dialect.DecimalIn(column)[0], rows, budget),
        ColumnType.Boolean => new BooleanLoader(column, rows, budget),
        ColumnType.Category => new CategoryLoader(column, rows, budget),
        ColumnType.Text => new TextLoader(column, rows, budget),
        ColumnType.DateTime => new DateTimeLoader(column, DateFormat.Parse(dialect.DateFormatOf(column)), rows, budget),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, null),
    };

    /// <summary>Looks at the next rows.</summary>
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
                Add(Column.Trim ? text : fields.Untrimmed(i));
            else
            {
                AddMissing();
                if (!Column.Nullable)
                    Report(Ids.ValueMissing, "nullable", text, "");
                else if (Column.MaxMissing is not null)
                    CountMissing();
            }
        }
    }

    public abstract TableColumn Finish();

    protected abstract void Add(ReadOnlySpan<byte> text);

    protected abstract void AddMissing();

    /// <summary>Whether there are too many is known at the end, and until then none of them is to take the place of what is wrong.</summary>
    void CountMissing()
    {
        if (_missing is null)
            _broken.Add(_missing = new(Ids.TooManyMissing, "maxMissing", Column, "", new(0)) { Tolerance = 0 });
        _missing.Add(Row, "");
    }

    /// <summary>What is ignored need not fit.</summary>
    protected void Report(string id, string rule, ReadOnlySpan<byte> text, string matter)
    {
        if (Column.Role == ColumnRole.Ignore)
            return;
        var broken = _broken.Find(known => known.Rule == rule);
        if (broken is null)
            _broken.Add(broken = new(id, rule, Column, matter, budget));
        broken.Add(Row, text);
    }
}
