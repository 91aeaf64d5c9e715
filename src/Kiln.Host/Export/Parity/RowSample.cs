using Kiln.Host.Export.Steps;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Export.Parity;

/// <summary>Rows as the model's inputs, and what ML.NET predicts for them.</summary>
sealed class RowSample(int outputs)
{
    public int Count { get; set; }

    /// <summary>Per input column its values, a <c>List&lt;float&gt;</c> or a <c>List&lt;string&gt;</c>.</summary>
    public Dictionary<string, object> Inputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Per output column its values.</summary>
    public List<float[]>[] Outputs { get; } = [.. Enumerable.Range(0, outputs).Select(_ => new List<float[]>())];

    /// <summary>ML.NET's predicted labels: 0 or 1 for binary, the class from 0 for multiclass, empty where there is none.</summary>
    public List<int> Labels { get; } = [];

    public static RowSample Read(ITransformer model, IDataView rows, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs, int limit)
    {
        // Two cursors side by side: a step may hide an input behind a column of the same name.
        var predictions = model.Transform(rows);
        var sample = new RowSample(outputs.Count);
        var label = predictions.Schema.GetColumnOrNull("PredictedLabel");
        List<DataViewSchema.Column> wanted = [.. outputs.Select(name => predictions.Schema[name])];
        using var source = rows.GetRowCursor(inputs.Select(name => rows.Schema[name]));
        using var prediction = predictions.GetRowCursor(label is null ? wanted : [.. wanted, label.Value]);
        List<Action> readers = [.. inputs.Select(name => sample.InputReader(source, rows.Schema[name]))];
        for (var i = 0; i < wanted.Count; i++)
            readers.Add(OutputReader(prediction, wanted[i], sample.Outputs[i]));
        if (label is not null)
            readers.Add(sample.LabelReader(prediction, label.Value));

        while (sample.Count < limit && source.MoveNext())
        {
            if (!prediction.MoveNext())
                throw new ExportException("the pipeline drops rows, so it cannot be a model; filter the data before training");
            foreach (var read in readers)
                read();
            sample.Count++;
        }
        return sample;
    }

    Action InputReader(DataViewRowCursor row, DataViewSchema.Column column)
    {
        if (column.Type is TextDataViewType)
        {
            var texts = new List<string>();
            Inputs.Add(column.Name, texts);
            var getter = row.GetGetter<ReadOnlyMemory<char>>(column);
            ReadOnlyMemory<char> text = default;
            return () =>
            {
                getter(ref text);
                texts.Add(text.ToString());
            };
        }
        var numbers = new List<float>();
        Inputs.Add(column.Name, numbers);
        var read = row.GetGetter<float>(column);
        var number = 0f;
        return () =>
        {
            read(ref number);
            numbers.Add(number);
        };
    }

    static Action OutputReader(DataViewRowCursor row, DataViewSchema.Column column, List<float[]> values)
    {
        if (column.Type is VectorDataViewType)
        {
            var getter = row.GetGetter<VBuffer<float>>(column);
            VBuffer<float> buffer = default;
            return () =>
            {
                getter(ref buffer);
                values.Add([.. buffer.DenseValues()]);
            };
        }
        var read = row.GetGetter<float>(column);
        var value = 0f;
        return () =>
        {
            read(ref value);
            values.Add([value]);
        };
    }

    Action LabelReader(DataViewRowCursor row, DataViewSchema.Column column)
    {
        if (column.Type is BooleanDataViewType)
        {
            var getter = row.GetGetter<bool>(column);
            var value = false;
            return () =>
            {
                getter(ref value);
                Labels.Add(value ? 1 : 0);
            };
        }
        if (column.Type is KeyDataViewType && column.Type.RawType == typeof(uint))
        {
            var getter = row.GetGetter<uint>(column);
            var value = 0u;
            return () =>
            {
                getter(ref value);
                Labels.Add((int)value - 1);
            };
        }
        return () => { };
    }
}
