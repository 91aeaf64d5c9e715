using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Linear;

/// <summary>The training rows in memory, without the zeros of one-hot columns: the solver passes over them hundreds of times.</summary>
sealed class Rows
{
    readonly List<int> _ends = [0];
    readonly List<int> _slots = [];
    readonly List<float> _values = [];

    /// <summary>How many features there are.</summary>
    public required int Width { get; init; }

    /// <summary>0 or 1, the class's index, or the number.</summary>
    public List<double> Labels { get; } = [];

    public int Count => Labels.Count;

    public static Rows Read(IDataView data, string features, string label)
    {
        var (featureColumn, labelColumn) = (data.Schema[features], data.Schema[label]);
        var rows = new Rows { Width = ((VectorDataViewType)featureColumn.Type).Size };
        using var cursor = data.GetRowCursor([featureColumn, labelColumn]);
        var readFeatures = cursor.GetGetter<VBuffer<float>>(featureColumn);
        var readLabel = LabelReader(cursor, labelColumn);
        var buffer = default(VBuffer<float>);
        while (cursor.MoveNext())
        {
            readFeatures(ref buffer);
            rows.Add(buffer, readLabel());
        }
        return rows;
    }

    /// <summary>Which features of a row are not 0.</summary>
    public ReadOnlySpan<int> Slots(int row) => CollectionsMarshal.AsSpan(_slots)[_ends[row].._ends[row + 1]];

    /// <summary>What they are.</summary>
    public ReadOnlySpan<float> Values(int row) => CollectionsMarshal.AsSpan(_values)[_ends[row].._ends[row + 1]];

    void Add(in VBuffer<float> features, double label)
    {
        foreach (var (slot, value) in features.Items())
            if (value != 0)
            {
                _slots.Add(slot);
                _values.Add(value);
            }
        _ends.Add(_slots.Count);
        Labels.Add(label);
    }

    static Func<double> LabelReader(DataViewRow row, DataViewSchema.Column column)
    {
        switch (column.Type)
        {
            case BooleanDataViewType:
                var (readFlag, flag) = (row.GetGetter<bool>(column), false);
                return () => { readFlag(ref flag); return flag ? 1 : 0; };
            case KeyDataViewType:
                var (readKey, key) = (row.GetGetter<uint>(column), 0u);
                return () => { readKey(ref key); return key - 1.0; };
            default:
                var (readNumber, number) = (row.GetGetter<float>(column), 0f);
                return () => { readNumber(ref number); return number; };
        }
    }
}
