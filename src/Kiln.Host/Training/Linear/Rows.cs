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

    /// <summary>From where on they are of words, or of what else few rows have.</summary>
    public required int FirstSparse { get; init; }

    /// <summary>0 or 1, the class's index, or the number.</summary>
    public List<double> Labels { get; } = [];

    public int Count => Labels.Count;

    /// <param name="sparse">How many of the last features are of words, or of what else few rows have.</param>
    public static Rows Read(IDataView data, string features, string label, int sparse)
    {
        var (featureColumn, labelColumn) = (data.Schema[features], data.Schema[label]);
        var width = ((VectorDataViewType)featureColumn.Type).Size;
        var rows = new Rows { Width = width, FirstSparse = Math.Max(width - sparse, 0) };
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

    /// <summary>Some of the rows, in the order asked for.</summary>
    public Rows Take(IEnumerable<int> places)
    {
        var rows = new Rows { Width = Width, FirstSparse = FirstSparse };
        foreach (var place in places)
        {
            rows._slots.AddRange(Slots(place));
            rows._values.AddRange(Values(place));
            rows.End(Labels[place]);
        }
        return rows;
    }

    void Add(in VBuffer<float> features, double label)
    {
        foreach (var (slot, value) in features.Items())
            if (value != 0)
            {
                _slots.Add(slot);
                _values.Add(value);
            }
        End(label);
    }

    void End(double label)
    {
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
