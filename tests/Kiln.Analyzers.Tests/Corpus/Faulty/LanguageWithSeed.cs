// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

const int Seed = 42;

var context = new MLContext(Seed);
var texts = context.Data.LoadFromTextFile<Text>(args[0]);
var split = context.Data.TrainTestSplit(texts, testFraction: 0.1);

var trainer = context.MulticlassClassification.Trainers.SdcaMaximumEntropy(l2Regularization: 1e-5f); // KILN6002
var pipeline = context.Transforms.Conversion.MapValueToKey("Label", nameof(Text.Language))
    .Append(context.Transforms.Text.FeaturizeText("Features", nameof(Text.Words)))
    .AppendCacheCheckpoint(context)
    .Append(trainer)
    .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

var model = pipeline.Fit(split.TrainSet);
var metrics = context.MulticlassClassification.Evaluate(model.Transform(split.TestSet));
Console.WriteLine(metrics.MacroAccuracy);

var engine = context.Model.CreatePredictionEngine<Text, Tongue>(model);
Console.WriteLine(engine.Predict(new() { Words = "guten Morgen" }).PredictedLabel);

sealed class Text
{
    [LoadColumn(0)] public string Language { get; set; } = "";
    [LoadColumn(1)] public string Words { get; set; } = "";
}

sealed class Tongue
{
    public string PredictedLabel { get; set; } = "";
}
