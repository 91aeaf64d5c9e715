using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Export.Explanations;

/// <summary>Rows as a graph's inputs: numbers and texts, each in the graph's order.</summary>
sealed class InputRows
{
    readonly IDataView _rows;
    readonly DataViewSchema.Column[] _numbers;
    readonly DataViewSchema.Column[] _texts;

    public InputRows(IDataView rows, IEnumerable<string> inputs)
    {
        _rows = rows;
        var columns = inputs.Select(input => rows.Schema[input]).ToLookup(column => column.Type is TextDataViewType);
        (_numbers, _texts) = ([.. columns[false]], [.. columns[true]]);
    }

    public string[] Numbers => [.. _numbers.Select(column => column.Name)];

    public string[] Texts => [.. _texts.Select(column => column.Name)];

    /// <summary>The rows one after the other, in arrays that are used again.</summary>
    public IEnumerable<(float[] Numbers, string?[] Texts)> Read()
    {
        using var cursor = _rows.GetRowCursor(_numbers.Concat(_texts));
        ValueGetter<float>[] numberGetters = [.. _numbers.Select(cursor.GetGetter<float>)];
        ValueGetter<ReadOnlyMemory<char>>[] textGetters = [.. _texts.Select(cursor.GetGetter<ReadOnlyMemory<char>>)];
        var (numbers, texts) = (new float[_numbers.Length], new string?[_texts.Length]);
        ReadOnlyMemory<char> text = default;
        while (cursor.MoveNext())
        {
            for (var i = 0; i < numbers.Length; i++)
                numberGetters[i](ref numbers[i]);
            for (var i = 0; i < texts.Length; i++)
            {
                textGetters[i](ref text);
                texts[i] = text.ToString();
            }
            yield return (numbers, texts);
        }
    }
}
