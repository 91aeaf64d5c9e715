using Kiln.Contracts.Models;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Examples;

/// <summary>
/// Some rows of the examples as ML.NET reads them. LightGBM's trainer makes three passes over its input,
/// so the rows are read from the file once and served from memory.
/// </summary>
sealed class ExampleView : IDataView
{
    /// <summary>
    /// The label's column where a pipeline of our own reads it. Not a name an input could have: inputs are named by files' headers, which
    /// hold no control characters.
    /// </summary>
    public const string Label = "\u0001Label";

    /// <summary>The column of all features, of the same kind.</summary>
    public const string Features = "\u0001Features";

    /// <summary>The column of what each row counts, of the same kind; there only where the model has weights.</summary>
    public const string Weight = "\u0001Weight";

    /// <summary>The column of the query that each row is of, of the same kind; there only where rows are ranked.</summary>
    public const string Query = "\u0001Query";

    readonly ExampleSet _examples;
    readonly int[] _rows;
    readonly uint[] _queries;

    /// <param name="label">What the label's column is named.</param>
    public ExampleView(ExampleSet examples, int[] rows, string label = Label)
    {
        (_examples, _rows) = (examples, rows);
        var schema = new DataViewSchema.Builder();
        foreach (var input in examples.Inputs)
            schema.AddColumn(input.Name, input.IsText ? TextDataViewType.Instance : NumberDataViewType.Single);
        // What measures only is no column: nothing could learn from it by mistake.
        if (examples.Shape.LearnsFromLabel)
            schema.AddColumn(label, LabelType(examples.Shape), ClassNames(examples.Shape));
        // Each by its own name where the label is.
        if (examples.Shape.Weight is { } weight)
            schema.AddColumn(label == Label ? Weight : weight.Name, NumberDataViewType.Single);
        _queries = Number(examples.QueriesOf(rows) ?? []);
        if (examples.Shape.Query is { } query)
            schema.AddColumn(label == Label ? Query : query.Name, new KeyDataViewType(typeof(uint), Math.Max(_queries.Distinct().Count(), 1)));
        Schema = schema.ToSchema();
    }

    public DataViewSchema Schema { get; }

    public bool CanShuffle => false;

    public long? GetRowCount() => _rows.Length;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, columnsNeeded);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    /// <summary>From 1, as keys are.</summary>
    static uint[] Number(ulong[] queries)
    {
        var numbers = new Dictionary<ulong, uint>();
        foreach (var query in queries)
            numbers.TryAdd(query, (uint)numbers.Count + 1);
        return [.. queries.Select(query => numbers[query])];
    }

    static DataViewType LabelType(ModelShape shape) => shape.Task switch
    {
        TaskKind.BinaryClassification => BooleanDataViewType.Instance,
        TaskKind.MulticlassClassification => new KeyDataViewType(typeof(uint), shape.Classes.Count),
        _ => NumberDataViewType.Single,
    };

    /// <summary>The names of a key's values, as ML.NET looks them up; nothing for other labels.</summary>
    static DataViewSchema.Annotations? ClassNames(ModelShape shape)
    {
        if (shape.Task != TaskKind.MulticlassClassification)
            return null;
        var names = shape.Classes.Select(name => name.AsMemory()).ToArray();
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add<VBuffer<ReadOnlyMemory<char>>>("KeyValues", new VectorDataViewType(TextDataViewType.Instance, names.Length),
            (ref VBuffer<ReadOnlyMemory<char>> values) => values = new(names.Length, names));
        return annotations.ToAnnotations();
    }

    sealed class Cursor : DataViewRowCursor
    {
        readonly ExampleView _view;
        readonly bool[] _active;
        long _position = -1;

        public Cursor(ExampleView view, IEnumerable<DataViewSchema.Column> columns)
        {
            _view = view;
            _active = new bool[view.Schema.Count];
            foreach (var column in columns)
                _active[column.Index] = true;
        }

        public override DataViewSchema Schema => _view.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        int Row => _view._rows[_position];

        public override bool MoveNext()
        {
            if (_position < _view._rows.Length)
                _position++;
            return _position < _view._rows.Length;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => _active[column.Index];

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = new((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Delegate getter = (column.Index - _view._examples.Inputs.Count) switch
            {
                < 0 => InputGetter(column.Index),
                0 => LabelGetter(column.Type),
                _ when column.Type is KeyDataViewType => (ValueGetter<uint>)((ref uint value) => value = _view._queries[_position]),
                _ => WeightGetter(),
            };
            return getter as ValueGetter<TValue>
                ?? throw new InvalidOperationException($"'{column.Name}' holds {column.Type}, not {typeof(TValue)}");
        }

        Delegate InputGetter(int input)
        {
            if (_view._examples.Numbers[input] is { } numbers)
                return (ValueGetter<float>)((ref float value) => value = numbers[Row]);
            var texts = _view._examples.Texts[input]!;
            var values = texts.Texts.Select(text => text.AsMemory()).ToArray();
            return (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) =>
            {
                var code = texts.Codes[Row];
                value = code < 0 ? default : values[code];
            });
        }

        Delegate WeightGetter()
        {
            var weights = _view._examples.Weights!;
            return (ValueGetter<float>)((ref float value) => value = weights[Row]);
        }

        Delegate LabelGetter(DataViewType type)
        {
            var label = _view._examples.Label;
            return type switch
            {
                BooleanDataViewType => (ValueGetter<bool>)((ref bool value) => value = label[Row] > 0),
                KeyDataViewType => (ValueGetter<uint>)((ref uint value) => value = (uint)label[Row] + 1),
                _ => (ValueGetter<float>)((ref float value) => value = label[Row]),
            };
        }
    }
}
