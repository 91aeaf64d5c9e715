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

    /// <summary>How much each counts.</summary>
    public List<double> Weights { get; } = [];

    public int Count => Labels.Count;

    /// <param name="sparse">How many of the last features are of words, or of what else few rows have.</param>
    /// <param name="weight">The column of weights; null, or none there, where all count alike.</param>
    public static Rows Read(IDataView data, string features, string label, int sparse, string? weight = null)
    {
        var (featureColumn, labelColumn) = (data.Schema[features], data.Schema[label]);
        var weightColumn = weight is null ? null : data.Schema.GetColumnOrNull(weight);
        var width = ((VectorDataViewType)featureColumn.Type).Size;
        var rows = new Rows { Width = width, FirstSparse = Math.Max(width - sparse, 0) };
        using var cursor = data.GetRowCursor([featureColumn, labelColumn, .. weightColumn is { } column ? [column] : (DataViewSchema.Column[])[]]);
        var readFeatures = cursor.GetGetter<VBuffer<float>>(featureColumn);
        var readLabel = ScalarReader(cursor, labelColumn);
        var readWeight = weightColumn is { } weights ? ScalarReader(cursor, weights) : () => 1;
        var buffer = default(VBuffer<float>);
        while (cursor.MoveNext())
        {
            readFeatures(ref buffer);
            rows.Add(buffer, readLabel(), readWeight());
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
            rows.End(Labels[place], Weights[place]);
        }
        return rows;
    }

    void Add(in VBuffer<float> features, double label, double weight)
    {
        foreach (var (slot, value) in features.Items())
            if (value != 0)
            {
                _slots.Add(slot);
                _values.Add(value);
            }
        End(label, weight);
    }

    void End(double label, double weight)
    {
        _ends.Add(_slots.Count);
        Labels.Add(label);
        Weights.Add(weight);
    }

    static Func<double> ScalarReader(DataViewRow row, DataViewSchema.Column column)
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
