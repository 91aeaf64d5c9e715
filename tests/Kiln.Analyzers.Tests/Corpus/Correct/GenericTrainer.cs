// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Generic;

public interface IFeatures<TRow> where TRow : class
{
    string Label { get; }

    IEstimator<ITransformer> Build(MLContext context);
}

/// <summary>Any row, any features: the columns are known to whoever implements them.</summary>
public class TrainingRun<TRow>(IFeatures<TRow> features, int seed) where TRow : class, new()
{
    protected MLContext Context { get; } = new(seed);

    public ITransformer? Model { get; private set; }

    public virtual double Train(IEnumerable<TRow> rows)
    {
        var data = Context.Data.LoadFromEnumerable(rows);
        var split = Context.Data.TrainTestSplit(data, testFraction: 0.25);
        var pipeline = features.Build(Context)
            .AppendCacheCheckpoint(Context)
            .Append(Context.BinaryClassification.Trainers.FastForest(features.Label));
        Model = pipeline.Fit(split.TrainSet);
        var metrics = Context.BinaryClassification.EvaluateNonCalibrated(Model.Transform(split.TestSet), features.Label);
        return metrics.AreaUnderRocCurve;
    }

    public PredictionEngine<TRow, TPrediction> Engine<TPrediction>() where TPrediction : class, new() =>
        Context.Model.CreatePredictionEngine<TRow, TPrediction>(Model ?? throw new InvalidOperationException("train first"));
}
