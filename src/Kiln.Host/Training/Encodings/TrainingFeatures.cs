using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Encodings;

/// <summary>Rows of features whose last slots are sparse scores, which are replaced by those of models that did not see the row.</summary>
/// <param name="rows">The rows with features.</param>
/// <param name="scores">What to put in place, by position.</param>
sealed class TrainingFeatures(IDataView rows, IReadOnlyList<float[]> scores) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => rows.Schema;

    public long? GetRowCount() => rows.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) => new Cursor(rows.GetRowCursor(columnsNeeded), scores);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded)];

    sealed class Cursor(DataViewRowCursor row, IReadOnlyList<float[]> scores) : ForwardedCursor(row)
    {
        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var getter = Row.GetGetter<TValue>(column);
            return column.Name == ExampleView.Features && getter is ValueGetter<VBuffer<float>> features
                ? (ValueGetter<TValue>)(object)Replace(features)
                : getter;
        }

        ValueGetter<VBuffer<float>> Replace(ValueGetter<VBuffer<float>> getter) => (ref VBuffer<float> value) =>
        {
            getter(ref value);
            var dense = value.DenseValues().ToArray();
            var own = scores[(int)Position];
            own.CopyTo(dense, dense.Length - own.Length);
            value = new(dense.Length, dense);
        };
    }
}
