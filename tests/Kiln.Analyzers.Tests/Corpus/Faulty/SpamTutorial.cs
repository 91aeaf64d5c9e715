// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpamDetection;

class SpamInput
{
    [LoadColumn(0)] public string Label { get; set; } = "";
    [LoadColumn(1)] public string Message { get; set; } = "";
}

class SpamPrediction
{
    [ColumnName("PredictedLabel")] public string IsSpam { get; set; } = "";
}

class Program
{
    static string DataPath => Path.Combine(AppContext.BaseDirectory, "Data", "spam.tsv");

    static void Main(string[] args)
    {
        MLContext mlContext = new MLContext(); // KILN6001
        var data = mlContext.Data.LoadFromTextFile<SpamInput>(DataPath, hasHeader: true, separatorChar: '\t');

        var pipeline = mlContext.Transforms.Conversion.MapValueToKey("Label", "Label")
            .Append(mlContext.Transforms.Text.FeaturizeText("FeaturesText", nameof(SpamInput.Message)))
            .Append(mlContext.Transforms.CopyColumns("Features", "FeaturesText"))
            .Append(mlContext.Transforms.NormalizeLpNorm("Features", "Features"))
            .AppendCacheCheckpoint(mlContext);
        var trainer = mlContext.MulticlassClassification.Trainers.OneVersusAll(
                mlContext.BinaryClassification.Trainers.AveragedPerceptron("Label", "Features", numberOfIterations: 10), "Label")
            .Append(mlContext.Transforms.Conversion.MapKeyToValue("PredictedLabel", "PredictedLabel"));
        var training = pipeline.Append(trainer);

        var folds = mlContext.MulticlassClassification.CrossValidate(data, training, numberOfFolds: 5);
        Console.WriteLine($"Micro accuracy: {folds.Average(fold => fold.Metrics.MicroAccuracy):0.###}");

        var model = training.Fit(data);
        var predictor = mlContext.Model.CreatePredictionEngine<SpamInput, SpamPrediction>(model);
        foreach (var text in new[] { "That's a great idea. It should work.", "free medicine winner! congratulations" })
            Console.WriteLine($"{text}: {predictor.Predict(new SpamInput { Message = text }).IsSpam}");
    }
}
