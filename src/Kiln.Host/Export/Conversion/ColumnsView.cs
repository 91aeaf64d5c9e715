using Microsoft.ML;

namespace Kiln.Host.Export.Conversion;

/// <summary>
/// Data without rows. ML.NET's converter goes back from a step to where its data begins, and with this it begins at the step's own columns.
/// </summary>
sealed class ColumnsView(DataViewSchema schema) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => 0;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        throw new NotSupportedException("Only the columns' names and types are known.");

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
}
