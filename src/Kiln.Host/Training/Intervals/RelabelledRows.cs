using Kiln.Host.Examples;
using Microsoft.ML;

namespace Kiln.Host.Training.Intervals;

/// <summary>Rows with another number to learn than the label.</summary>
/// <param name="rows">The rows with features.</param>
/// <param name="labels">The number of each, by position.</param>
sealed class RelabelledRows(IDataView rows, float[] labels) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => rows.Schema;

    public long? GetRowCount() => rows.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(rows.GetRowCursor(columnsNeeded), labels);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

    sealed class Cursor(DataViewRowCursor row, float[] labels) : ForwardedCursor(row)
    {
        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => column.Name == ExampleView.Label && typeof(TValue) == typeof(float)
            ? (ValueGetter<TValue>)(object)(ValueGetter<float>)((ref float value) => value = labels[(int)Position])
            : Row.GetGetter<TValue>(column);
    }
}
