// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;

namespace Ngrams;

public record Complaint
{
    [LoadColumn(0)] public string Product { get; init; } = "";
    [LoadColumn(1)] public string Text { get; init; } = "";
}

public static class Program
{
    public static void Main()
    {
        var ml = new MLContext(seed: 1);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromTextFile<Complaint>("complaints.tsv", hasHeader: true), 0.2);
        var options = new TextFeaturizingEstimator.Options
        {
            CaseMode = TextNormalizingEstimator.CaseMode.Lower,
            KeepDiacritics = true,
            WordFeatureExtractor = new WordBagEstimator.Options { NgramLength = 2, UseAllLengths = true },
            CharFeatureExtractor = null,
        };
        var pipeline = ml.Transforms.Text.FeaturizeText("Features", options, nameof(Complaint.Text))
            .Append(ml.Transforms.Conversion.MapValueToKey("Label", nameof(Complaint.Product)))
            .AppendCacheCheckpoint(ml)
            .Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(l1Regularization: 0.01f))
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
        var model = pipeline.Fit(split.TrainSet);
        Console.WriteLine(ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MicroAccuracy);
    }
}
