// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

var mlContext = new MLContext(); // KILN6001
var data = mlContext.Data.LoadFromTextFile<Mix>("concrete.csv", separatorChar: ',', hasHeader: true);
var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);

var pipeline = mlContext.Transforms.Concatenate("Features", "Cement", "Water", "Ash", "Days")
    .Append(mlContext.Regression.Trainers.Sdca(labelColumnName: "Strength", maximumNumberOfIterations: 100)); // KILN2006

var model = pipeline.Fit(split.TrainSet);
var metrics = mlContext.Regression.Evaluate(model.Transform(split.TestSet), labelColumnName: "Strength");
Console.WriteLine($"R2: {metrics.RSquared:0.##}");
Console.WriteLine($"RMSE: {metrics.RootMeanSquaredError:0.##}");

public class Mix
{
    [LoadColumn(0)] public float Cement;
    [LoadColumn(1)] public float Water;
    [LoadColumn(2)] public float Ash;
    [LoadColumn(3)] public float Days;
    [LoadColumn(4)] public float Strength;
}
