namespace Kiln.Contracts.Data;

/// <summary>A dataset's contract, <c>&lt;dataset&gt;.schema.json</c>: inferred once, then owned by people.</summary>
public sealed record DataContract
{
    /// <summary>The format this code reads and writes.</summary>
    public const int Format = 1;

    public required string Dataset { get; init; }

    public Dialect Dialect { get; init; } = new();

    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The names of the columns of whose values none may be written down.</summary>
    public IEnumerable<string> Classified => Columns.Where(column => column.Classification is not null).Select(column => column.Name);

    /// <summary>What becomes of new data that is not like the data before it.</summary>
    public NewDataSeverity NewData { get; init; }

    /// <summary>The columns that name a row together; empty where none do.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>What must hold of the rows as a whole; null for nothing.</summary>
    public RowLimits? Limits { get; init; }

    /// <summary>What must hold in each row, across columns.</summary>
    public IReadOnlyList<DataRule> Rules { get; init; } = [];

    /// <summary>How many rows the profile was taken from.</summary>
    public long Rows { get; init; }

    /// <summary>A hash over the rows that people accepted with the profile, 16 hexadecimal digits; null where nobody did.</summary>
    public string? Accepted { get; init; }

    /// <summary>What was observed, by column name.</summary>
    public IReadOnlyDictionary<string, ColumnProfile> Profile { get; init; } = new Dictionary<string, ColumnProfile>();

    /// <summary>The value of <c>$schema</c>, kept as it is.</summary>
    public string? Schema { get; init; }

    public Column? Find(string name)
    {
        foreach (var column in Columns)
            if (column.Name == name)
                return column;
        return null;
    }
}
