// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Mushrooms;

public class MushroomTrainer
{
    public CalibratedBinaryClassificationMetrics Run(string path)
    {
        MLContext ml = new MLContext(seed: 1);
        IDataView data = ml.Data.LoadFromTextFile<Mushroom>(path, separatorChar: ',', hasHeader: true);
        DataOperationsCatalog.TrainTestData split = ml.Data.TrainTestSplit(data, testFraction: 0.25);

        var pipeline = ml.Transforms.Categorical.OneHotEncoding(new[]
            {
                new InputOutputColumnPair("CapVector", "Cap"),
                new InputOutputColumnPair("OdourVector", "Odour"),
                new InputOutputColumnPair("GillVector", "Gill"), // KILN2007
            })
            .Append(ml.Transforms.Concatenate("Features", "CapVector", "OdourVector"))
            .Append(ml.BinaryClassification.Trainers.FastTree(labelColumnName: "Edible")); // KILN2002

        ITransformer model = pipeline.Fit(split.TrainSet);
        return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Edible");
    }
}

public class Mushroom
{
    [LoadColumn(0)] public string Edible { get; set; } = "";
    [LoadColumn(1)] public string Cap { get; set; } = "";
    [LoadColumn(2)] public string Odour { get; set; } = "";
    [LoadColumn(3)] public string Gill { get; set; } = "";
}
