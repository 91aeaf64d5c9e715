// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Tuning.Race;

class Shipment
{
    [LoadColumn(0)] public float Weight { get; set; }
    [LoadColumn(1)] public float Distance { get; set; }
    [LoadColumn(2)] public bool Late { get; set; }
}

class Race
{
    readonly MLContext ml = new MLContext(seed: 31);

    public ITransformer Winner(string file)
    {
        var data = ml.Data.LoadFromTextFile<Shipment>(file, ',', hasHeader: true);
        var split = ml.Data.TrainTestSplit(data, testFraction: 0.3);
        var features = ml.Transforms.Concatenate("Features", "Weight", "Distance").Append(ml.Transforms.NormalizeMinMax("Features"));

        var models = new List<ITransformer>
        {
            features.Append(ml.BinaryClassification.Trainers.FastTree("Late")).Fit(split.TrainSet),
            features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Late")).Fit(split.TrainSet),
        };
        return models
            .OrderByDescending(model => ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Late").AreaUnderRocCurve) // KILN4008
            .First();
    }
}
