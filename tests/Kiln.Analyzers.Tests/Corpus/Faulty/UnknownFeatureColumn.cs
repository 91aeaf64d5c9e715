// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

var context = new MLContext(seed: 2);
var loader = context.Data.CreateTextLoader(
[
    new TextLoader.Column("Height", DataKind.Single, 0),
    new TextLoader.Column("Weight", DataKind.Single, 1),
    new TextLoader.Column("Sport", DataKind.String, 2),
], separatorChar: ',', hasHeader: true);
var athletes = loader.Load("athletes.csv");

var pipeline = context.Transforms.Conversion.MapValueToKey("Label", "Sport")
    .Append(context.Transforms.Concatenate("FeatureVector", "Height", "Weight")) // KILN2007?
    .Append(context.MulticlassClassification.Trainers.LightGbm(featureColumnName: "Features")) // KILN2001
    .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

var parts = context.Data.TrainTestSplit(athletes, 0.25);
var model = pipeline.Fit(parts.TrainSet);
var metrics = context.MulticlassClassification.Evaluate(model.Transform(parts.TestSet));
Console.WriteLine($"{metrics.MicroAccuracy:P1} / {metrics.MacroAccuracy:P1}");
