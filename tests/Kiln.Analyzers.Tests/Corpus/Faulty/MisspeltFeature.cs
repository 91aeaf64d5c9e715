// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(seed: 1);
var power = ml.Data.LoadFromTextFile<Hour>("power.csv", separatorChar: ';', hasHeader: true);
var days = ml.Data.TrainTestSplit(power, testFraction: 0.2);

var numeric = new[] { "Temperature", "Cloud", "Hour" };
var pipeline = ml.Transforms.NormalizeMinMax("Temprature") // KILN2001
    .Append(ml.Transforms.Concatenate("Features", numeric))
    .Append(ml.Regression.Trainers.FastTree(labelColumnName: "Load"));
var model = pipeline.Fit(days.TrainSet);
Console.WriteLine(ml.Regression.Evaluate(model.Transform(days.TestSet), "Load").RSquared);

sealed class Hour
{
    [LoadColumn(0)] public float Temperature { get; set; }
    [LoadColumn(1)] public float Cloud { get; set; }
    [LoadColumn(2), ColumnName("Hour")] public float HourOfDay { get; set; }
    [LoadColumn(3)] public float Load { get; set; }
}
