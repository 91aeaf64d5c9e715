using Microsoft.ML;
using Microsoft.ML.Calibrators;

namespace Kiln.Host.Export.Steps;

/// <summary>One transformer of a fitted pipeline, applied to the columns before it.</summary>
/// <param name="Transformer">The transformer.</param>
/// <param name="Source">The data before it.</param>
/// <param name="View">The data behind it.</param>
sealed record PipelineStep(ITransformer Transformer, IDataView Source, IDataView View)
{
    /// <summary>What to call it in an error: what was trained where it is a model, else the public type around the transformer.</summary>
    public string Name
    {
        get
        {
            var model = Model;
            while (model is CalibratedModelParametersBase calibrated)
                model = calibrated.SubModel;
            var type = (model ?? Transformer).GetType();
            while (type.IsNested)
                type = type.DeclaringType!;
            return type.Name.Split('`')[0];
        }
    }

    /// <summary>
    /// The columns it adds or replaces. ML.NET never removes a column that is replaced but hides it behind the new one, and not every step
    /// appends: what there is more of than before is new.
    /// </summary>
    public IReadOnlySet<string> Columns { get; } = View.Schema.CountBy(column => column.Name)
        .Except(Source.Schema.CountBy(column => column.Name))
        .Where(count => count.Value > Source.Schema.Count(column => column.Name == count.Key))
        .Select(count => count.Key)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The fitted model, where the step is one.</summary>
    public object? Model => (Transformer as IPredictionTransformer<object>)?.Model;

    /// <summary>The column a model takes its features from, where the step is a model of one such column.</summary>
    public string? FeatureColumn => (Transformer as ISingleFeaturePredictionTransformer<object>)?.FeatureColumnName;

    /// <summary>The columns before the step that the given ones of its own are made from.</summary>
    public IEnumerable<string> Sources(IReadOnlyCollection<string> columns)
    {
        if (!Transformer.IsRowToRowMapper)
            throw new ExportException($"{Name} does not work row by row, so it cannot be part of a model; apply it to the data before training");
        var mapper = Transformer.GetRowToRowMapper(Source.Schema);
        return mapper.GetDependencies(columns.Select(column => mapper.OutputSchema[column])).Select(column => column.Name);
    }

    public ExportException Refused(string why, Exception? inner = null) => new($"{Name}{why}; {Advice.For(this)}", inner);

    /// <summary>Every step of the model in order, down to the transformers inside chains.</summary>
    public static List<PipelineStep> List(ITransformer model, IDataView input)
    {
        List<PipelineStep> steps = [];
        foreach (var transformer in Flatten(model))
        {
            var output = transformer.Transform(input);
            steps.Add(new(transformer, input, output));
            input = output;
        }
        return steps;
    }

    static IEnumerable<ITransformer> Flatten(ITransformer model) =>
        model is IEnumerable<ITransformer> chain ? chain.SelectMany(Flatten) : [model];
}
