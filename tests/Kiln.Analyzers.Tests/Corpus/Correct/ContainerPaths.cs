// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

const string Input = "/data/orders.csv";
const string Output = "/app/models/orders.zip";

var ml = new MLContext(seed: 6);
var loader = ml.Data.CreateTextLoader<Order>(separatorChar: ',', hasHeader: true);
var orders = loader.Load(Input);
var split = ml.Data.TrainTestSplit(orders);
var pipeline = ml.Transforms.Text.FeaturizeText("NoteVector", nameof(Order.Note))
    .Append(ml.Transforms.NormalizeMinMax("AmountScaled", nameof(Order.Amount)))
    .Append(ml.Transforms.Concatenate("Features", "NoteVector", "AmountScaled"))
    .Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(nameof(Order.Returned)));
var model = pipeline.Fit(split.TrainSet);
var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), nameof(Order.Returned));
Console.WriteLine($"{metrics.AreaUnderRocCurve:0.000}");

var known = ml.Data.CreateEnumerable<Order>(split.TrainSet, false);
var held = ml.Data.CreateEnumerable<Order>(split.TestSet, false);
var all = ml.Data.LoadFromEnumerable(known.Concat(held));
ml.Model.Save(pipeline.Fit(all), loader, Output);

sealed class Order
{
    [LoadColumn(0)] public string Number { get; set; } = "";
    [LoadColumn(1)] public float Amount { get; set; }
    [LoadColumn(2)] public string Note { get; set; } = "";
    [LoadColumn(3)] public bool Returned { get; set; }
}
