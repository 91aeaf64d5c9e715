// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(); // KILN6001
var train = ml.Data.LoadFromTextFile<Visit>("visits-train.csv", ',', hasHeader: true);
var test = ml.Data.LoadFromTextFile<Visit>("visits-test.csv", ',', hasHeader: true);

var pipeline = ml.Transforms.Conversion.MapValueToKey("PageKey", "Page")
    .Append(ml.Transforms.Categorical.OneHotEncoding("PageCode", "PageKey"))
    .Append(ml.Transforms.NormalizeMinMax("Seconds"))
    .Append(ml.Transforms.Concatenate("Features", "PageCode", "Seconds"))
    .Append(ml.BinaryClassification.Trainers.SgdCalibrated("Bought"));
var model = pipeline.Fit(train);
var metrics = ml.BinaryClassification.Evaluate(model.Transform(test), "Bought");
Console.WriteLine($"log-loss {metrics.LogLoss:0.000}");

public sealed class Visit
{
    [LoadColumn(0)] public string Page { get; set; } = "";
    [LoadColumn(1)] public float Seconds { get; set; }
    [LoadColumn(2)] public bool Bought { get; set; }
}
