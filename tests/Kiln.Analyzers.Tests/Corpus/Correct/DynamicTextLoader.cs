// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

var context = new MLContext(seed: 2);
var columns = new[]
{
    new TextLoader.Column("Height", DataKind.Single, 0),
    new TextLoader.Column("Weights", DataKind.Single, 1, 3),
    new TextLoader.Column("Sport", DataKind.String, 4),
};
var options = new TextLoader.Options { Columns = columns, Separators = [','], HasHeader = true, MissingRealsAsNaNs = true };
var athletes = context.Data.CreateTextLoader(options).Load("athletes.csv");

var pipeline = context.Transforms.Conversion.MapValueToKey("Label", "Sport")
    .Append(context.Transforms.ReplaceMissingValues("Weights"))
    .Append(context.Transforms.Concatenate("Features", "Height", "Weights"))
    .Append(context.Transforms.NormalizeMinMax("Features"))
    .Append(context.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
    .Append(context.Transforms.Conversion.MapKeyToValue("Answer", "PredictedLabel"));

var parts = context.Data.TrainTestSplit(athletes, 0.25);
var model = pipeline.Fit(parts.TrainSet);
var metrics = context.MulticlassClassification.Evaluate(model.Transform(parts.TestSet));
Console.WriteLine($"{metrics.MicroAccuracy:P1} / {metrics.MacroAccuracy:P1}");
foreach (var answer in model.Transform(parts.TestSet).GetColumn<string>("Answer").Take(3))
    Console.WriteLine(answer);
