using Kiln.Host.Examples;
using Microsoft.ML;

namespace Kiln.Host.Export.Parity;

/// <summary>The given rows, each spoilt in another way; columns that are no inputs of the model stay as they are.</summary>
sealed class AwkwardRows(IDataView rows, IReadOnlySet<string> inputs, AwkwardValues values, int firstKind) : IDataView
{
    IReadOnlySet<string> Inputs => inputs;

    AwkwardValues Values => values;

    public bool CanShuffle => false;

    public DataViewSchema Schema => rows.Schema;

    public long? GetRowCount() => rows.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, rows.GetRowCursor(columnsNeeded));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded)];

    public string Describe(long position) => values.Name(Kind(position));

    int Kind(long position) => (int)((firstKind + position) % values.Kinds);

    sealed class Cursor(AwkwardRows parent, DataViewRowCursor row) : ForwardedCursor(row)
    {
        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var getter = Row.GetGetter<TValue>(column);
            if (!parent.Inputs.Contains(column.Name))
                return getter;
            return (object)getter switch
            {
                ValueGetter<float> number => (ValueGetter<TValue>)(object)Spoil(number, column.Name),
                ValueGetter<ReadOnlyMemory<char>> text => (ValueGetter<TValue>)(object)Spoil(text, column.Name),
                _ => getter,
            };
        }

        ValueGetter<float> Spoil(ValueGetter<float> getter, string column) => (ref float value) =>
        {
            getter(ref value);
            value = parent.Values.Number(parent.Kind(Position), column, value);
        };

        ValueGetter<ReadOnlyMemory<char>> Spoil(ValueGetter<ReadOnlyMemory<char>> getter, string column) =>
            (ref ReadOnlyMemory<char> value) =>
        {
            getter(ref value);
            value = parent.Values.Text(parent.Kind(Position), column, value.ToString()).AsMemory();
        };
    }
}
