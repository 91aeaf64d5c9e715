using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>A few rows with a column of every type.</summary>
sealed class ProbeData : IDataView
{
    static readonly ProbeColumn[] Columns = [.. ProbeColumn.All, ProbeColumn.Group];

    readonly bool _missing;
    readonly int _first;
    readonly int _rows;

    public ProbeData(bool missing, int first = 0, int rows = ProbeColumn.Rows)
    {
        (_missing, _first, _rows) = (missing, first, rows);
        var schema = new DataViewSchema.Builder();
        foreach (var column in Columns)
            schema.AddColumn(column.Name, column.DataType, column.Annotations);
        Schema = schema.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(Schema, _missing, _first, _rows);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    sealed class Cursor(DataViewSchema schema, bool missing, int first, int rows) : DataViewRowCursor
    {
        int _row = -1;

        public override long Position => _row;

        public override long Batch => 0;

        public override DataViewSchema Schema => schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override bool MoveNext() => ++_row < rows;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_row, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            Columns[column.Index].Getter(() => first + _row, missing) as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"{column.Name} has no values of type {typeof(TValue)}");
    }
}
