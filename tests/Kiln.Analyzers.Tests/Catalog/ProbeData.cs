using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>A few rows with a column of every type.</summary>
sealed class ProbeData : IDataView
{
    static readonly ProbeColumn[] Columns = [.. ProbeColumn.All, ProbeColumn.Group];

    readonly bool _missing;

    public ProbeData(bool missing)
    {
        _missing = missing;
        var schema = new DataViewSchema.Builder();
        foreach (var column in Columns)
            schema.AddColumn(column.Name, column.DataType, column.Annotations);
        Schema = schema.ToSchema();
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => ProbeColumn.Rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(Schema, _missing);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    sealed class Cursor(DataViewSchema schema, bool missing) : DataViewRowCursor
    {
        int _row = -1;

        public override long Position => _row;

        public override long Batch => 0;

        public override DataViewSchema Schema => schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override bool MoveNext() => ++_row < ProbeColumn.Rows;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_row, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            Columns[column.Index].Getter(() => _row, missing) as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"{column.Name} has no values of type {typeof(TValue)}");
    }
}
