// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Cars;

public class Car
{
    [LoadColumn(0)]
    public float Year;

    [LoadColumn(1)]
    public float Mileage;

    [LoadColumn(2)]
    public float Price;
}

public static class Program
{
    public static void Main()
    {
        MLContext mlContext = new MLContext(); // KILN6001
        IDataView data = mlContext.Data.LoadFromTextFile<Car>("cars.csv", ',', hasHeader: true);
        var split = mlContext.Data.TrainTestSplit(data, testFraction: 0.2);
        var pipeline = mlContext.Transforms.Concatenate("Features", nameof(Car.Year), nameof(Car.Mileage))
            .Append(mlContext.Regression.Trainers.Sdca(labelColumnName: nameof(Car.Price), maximumNumberOfIterations: 100)); // KILN2006
        var model = pipeline.Fit(split.TrainSet);
        var metrics = mlContext.Regression.Evaluate(model.Transform(split.TestSet), labelColumnName: nameof(Car.Price));
        Console.WriteLine($"RMSE {metrics.RootMeanSquaredError}");
    }
}
