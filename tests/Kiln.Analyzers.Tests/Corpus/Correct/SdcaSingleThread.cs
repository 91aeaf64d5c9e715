// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Iris;

public class Flower
{
    [LoadColumn(0)] public float SepalLength;
    [LoadColumn(1)] public float SepalWidth;
    [LoadColumn(2)] public float PetalLength;
    [LoadColumn(3)] public float PetalWidth;
    [LoadColumn(4)] public string Species = "";
}

public class FlowerPrediction
{
    [ColumnName("PredictedLabel")] public string Species = "";
    [ColumnName("Score")] public float[] Distances = [];
}

public class Program
{
    static void Main(string[] args)
    {
        MLContext mlContext = new MLContext(seed: 0);
        IDataView data = mlContext.Data.LoadFromTextFile<Flower>(args[0], hasHeader: false, separatorChar: ',');
        DataOperationsCatalog.TrainTestData split = mlContext.Data.TrainTestSplit(data, testFraction: 0.3);

        // One thread: more would race for the weights, and the seed would not help.
        var options = new SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 50 };
        var pipeline = mlContext.Transforms.Conversion.MapValueToKey("Label", "Species")
            .Append(mlContext.Transforms.Concatenate("Features", "SepalLength", "SepalWidth", "PetalLength", "PetalWidth"))
            .Append(mlContext.Transforms.NormalizeMinMax("Features"))
            .AppendCacheCheckpoint(mlContext)
            .Append(mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy(options))
            .Append(mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

        var model = pipeline.Fit(split.TrainSet);
        var metrics = mlContext.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
        Console.WriteLine($"Micro {metrics.MicroAccuracy:0.###}, macro {metrics.MacroAccuracy:0.###}");

        var engine = mlContext.Model.CreatePredictionEngine<Flower, FlowerPrediction>(model);
        var one = engine.Predict(new Flower { SepalLength = 5.1f, SepalWidth = 3.5f, PetalLength = 1.4f, PetalWidth = 0.2f });
        Console.WriteLine(one.Species);
    }
}
