// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Search;

sealed class Hit
{
    [LoadColumn(0)]
    public string Query { get; set; } = "";

    [LoadColumn(1)]
    public string Grade { get; set; } = "";

    [LoadColumn(2, 6), VectorType(5)]
    public float[] Features { get; set; } = [];
}

sealed class Grade
{
    public string Name { get; set; } = "";
}

sealed class Ranking(MLContext ml)
{
    public ITransformer Train(string path)
    {
        var hits = ml.Data.LoadFromTextFile<Hit>(path);
        var order = ml.Data.LoadFromEnumerable(new Grade[] { new() { Name = "bad" }, new() { Name = "fair" }, new() { Name = "perfect" } });
        var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Hit.Grade), keyData: order)
            .Append(ml.Transforms.Conversion.Hash("GroupId", nameof(Hit.Query)))
            .Append(ml.Ranking.Trainers.FastTree());
        var split = ml.Data.TrainTestSplit(hits, testFraction: 0.2, samplingKeyColumnName: nameof(Hit.Query), seed: 4);
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.Ranking.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine(metrics.NormalizedDiscountedCumulativeGains[0]);
        return model;
    }
}
